package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.exposition.Page;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What judging needs of a node's own series.
 *
 * @param synced what the node says of itself; empty for a node that prints only its runtime's series
 * @param addresses those that it prints as its own; empty for a node that prints none
 */
record NodeMetrics(Optional<Boolean> synced, Set<Address> addresses) {

    private static final String PREFIX = "genlayer_node_";
    private static final String ADDRESS_LABEL = "node";
    /** A node has one; more than a few would be no node's. */
    private static final int MOST_ADDRESSES = 4;

    NodeMetrics {
        addresses = Set.copyOf(addresses);
    }

    NodeMetrics(Optional<Boolean> synced) {
        this(synced, Set.of());
    }

    static NodeMetrics of(Page page) {
        return new NodeMetrics(flag(page, "genlayer_node_synced"), addresses(page));
    }

    /** Empty when the page has no such sample, or one that is neither 0 nor 1. */
    private static Optional<Boolean> flag(Page page, String name) {
        double value = page.value(name).orElse(Double.NaN);
        return value == 1 ? Optional.of(true) : value == 0 ? Optional.of(false) : Optional.empty();
    }

    private static Set<Address> addresses(Page page) {
        return page.families().values().stream()
                .filter(family -> family.name().startsWith(PREFIX))
                .flatMap(family -> family.samples().stream())
                .flatMap(sample -> sample.labels().get(ADDRESS_LABEL).flatMap(Address::parse).stream())
                .filter(address -> !address.isZero())
                .distinct()
                .limit(MOST_ADDRESSES)
                .collect(Collectors.toUnmodifiableSet());
    }
}

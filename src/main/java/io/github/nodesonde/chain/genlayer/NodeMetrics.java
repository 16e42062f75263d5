package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.exposition.Page;
import java.util.Optional;

/**
 * What judging needs of a node's own series.
 *
 * @param synced what the node says of itself; empty for a node that prints only its runtime's series
 */
record NodeMetrics(Optional<Boolean> synced) {

    static NodeMetrics of(Page page) {
        return new NodeMetrics(flag(page, "genlayer_node_synced"));
    }

    /** Empty when the page has no such sample, or one that is neither 0 nor 1. */
    private static Optional<Boolean> flag(Page page, String name) {
        double value = page.value(name).orElse(Double.NaN);
        return value == 1 ? Optional.of(true) : value == 0 ? Optional.of(false) : Optional.empty();
    }
}

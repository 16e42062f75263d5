package io.github.nodesonde.chain.genlayer.ops;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.text.PrintableText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what judging needs from the page of a node, of whatever version and with whichever collectors on. */
public final class NodeMetricsReader {

    private static final String PREFIX = "genlayer_node_";
    private static final String ADDRESS_LABEL = "node";
    private static final String DIRECTORY_LABEL = "directory";
    /** A node has one; more than a few would be no node's. */
    private static final int MOST_ADDRESSES = 4;

    private static final int MOST_DISKS = 16;
    private static final int LONGEST_DIRECTORY = 64;
    private static final double MILLIS_PER_SECOND = 1000;

    private final Page page;

    private NodeMetricsReader(Page page) {
        this.page = page;
    }

    /** @param receivedAt when the page came: a node that does not tell when it started may tell for how long it has run */
    public static NodeMetrics read(Page page, Instant receivedAt) {
        var reader = new NodeMetricsReader(page);
        return reader.read(receivedAt, reader.addresses());
    }

    /** As the other, of a page that differs from another one in its values alone. Looking for addresses took most of reading. */
    public static NodeMetrics readAgain(Page page, Instant receivedAt, NodeMetrics other) {
        return new NodeMetricsReader(page).read(receivedAt, other.addresses());
    }

    private NodeMetrics read(Instant receivedAt, Set<Address> addresses) {
        return new NodeMetrics(
                flag("genlayer_node_synced"),
                addresses,
                amount("genlayer_node_blocks_behind"),
                permits(),
                disks(),
                votes(),
                descriptors(),
                startedAt(receivedAt));
    }

    /** Empty when the page has no such sample, or one that is neither 0 nor 1. */
    private Optional<Boolean> flag(String name) {
        double value = page.value(name).orElse(Double.NaN);
        return value == 1 ? Optional.of(true) : value == 0 ? Optional.of(false) : Optional.empty();
    }

    private Set<Address> addresses() {
        return page.families().values().stream()
                .filter(family -> family.name().startsWith(PREFIX))
                .flatMap(family -> family.samples().stream())
                .flatMap(sample -> sample.labels().get(ADDRESS_LABEL).flatMap(Address::parse).stream())
                .filter(address -> !address.isZero())
                .distinct()
                .limit(MOST_ADDRESSES)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of all its modules together, should a node tell them apart. */
    private Optional<Double> permits() {
        return amount(page.sum("genlayer_node_genvm_permits_current"));
    }

    private List<NodeMetrics.Disk> disks() {
        Map<Labels, Double> totals = page.samples("genlayer_node_disk_total_bytes").stream()
                .collect(toMap(Sample::labels, Sample::value, (first, _) -> first));
        return page.samples("genlayer_node_disk_free_bytes").stream()
                .flatMap(free -> disk(free, totals.get(free.labels())).stream())
                .limit(MOST_DISKS)
                .toList();
    }

    private static Optional<NodeMetrics.Disk> disk(Sample free, @Nullable Double total) {
        double ratio = total == null ? Double.NaN : free.value() / total;
        return ratio >= 0 && ratio <= 1
                ? Optional.of(new NodeMetrics.Disk(directory(free.labels()), ratio))
                : Optional.empty();
    }

    private static Optional<String> directory(Labels labels) {
        return labels.get(DIRECTORY_LABEL).map(text -> PrintableText.of(text, LONGEST_DIRECTORY));
    }

    private Optional<NodeMetrics.Votes> votes() {
        return amount("genlayer_node_transactions_validator_commit_total")
                .flatMap(committed -> amount("genlayer_node_transactions_validator_reveal_total")
                        .map(revealed -> new NodeMetrics.Votes(committed, revealed)));
    }

    private Optional<NodeMetrics.Descriptors> descriptors() {
        return amount("process_open_fds")
                .flatMap(open -> amount("process_max_fds")
                        .filter(most -> most > 0)
                        .map(most -> new NodeMetrics.Descriptors(open, most)));
    }

    private Optional<Double> startedAt(Instant receivedAt) {
        return amount("process_start_time_seconds")
                .or(() -> amount("genlayer_node_uptime_seconds")
                        .map(uptime -> receivedAt.toEpochMilli() / MILLIS_PER_SECOND - uptime));
    }

    private Optional<Double> amount(String name) {
        return amount(page.value(name));
    }

    /** Nothing here can be negative or without end. */
    private static Optional<Double> amount(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() >= 0 && value.getAsDouble() < Double.POSITIVE_INFINITY
                ? Optional.of(value.getAsDouble())
                : Optional.empty();
    }
}

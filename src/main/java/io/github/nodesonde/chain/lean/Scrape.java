package io.github.nodesonde.chain.lean;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The page of one node, read with distrust: a sample that is absent, there more than once, or whose value its signal
 * cannot have, gives nothing.
 */
record Scrape(Node node, Page page, Instant receivedAt) {

    /** A whole number from 0 on: a slot, a distance, a number of peers. */
    Optional<Double> whole(String sample) {
        return present(page.value(sample)).filter(Slots::isSlot);
    }

    /** A counter: any finite number from 0 on. */
    Optional<Double> counted(String sample) {
        return present(page.value(sample)).filter(Scrape::isCount);
    }

    /** A counter that is told in parts, by label. */
    Optional<Double> countedOverAll(String sample) {
        return present(page.sum(sample)).filter(Scrape::isCount);
    }

    /** Seconds since the epoch, after it. */
    Optional<Double> time(String sample) {
        return present(page.value(sample)).filter(value -> value > 0 && Double.isFinite(value));
    }

    /** How long before this page that time was; negative when the node's clock is ahead of ours. */
    Duration since(double epochSeconds) {
        return Duration.ofMillis(receivedAt.toEpochMilli() - Math.round(epochSeconds * 1000));
    }

    Optional<Reading> reported(Signal signal, Optional<Double> value) {
        return value.map(told -> Reading.reported(node, signal, told));
    }

    Optional<Reading> derived(Signal signal, Optional<Double> value, String how) {
        return value.map(told -> Reading.derived(Subject.of(node), signal, told, how));
    }

    private static boolean isCount(double value) {
        return value >= 0 && Double.isFinite(value);
    }

    private static Optional<Double> present(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}

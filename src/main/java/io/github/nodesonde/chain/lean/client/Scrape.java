package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The page of one node, read with distrust: a sample that is absent, there more than once, or whose value its signal
 * cannot have, gives nothing; a slot that is none gives the whole page away.
 */
public record Scrape(Node node, Page page, Instant receivedAt) {

    /**
     * A slot.
     *
     * @throws BadAnswer malformed, when it is told and cannot be one
     */
    Optional<Double> slot(String sample) throws BadAnswer {
        Optional<Double> told = present(page.value(sample));
        if (told.filter(value -> !Slots.isSlot(value)).isPresent()) {
            throw BadAnswer.malformed(sample + " is not a whole number from 0 to " + Slots.LAST);
        }
        return told;
    }

    /** A whole number from 0 on: a distance, a number of peers. */
    Optional<Double> whole(String sample) {
        return present(page.value(sample)).filter(Slots::isSlot);
    }

    /** A whole number from 0 on that is told in parts, by label. */
    Optional<Double> wholeOverAll(String sample) {
        return present(page.sum(sample)).filter(Slots::isSlot);
    }

    /** Whether it is told in parts, by label. */
    boolean isSplit(String sample) {
        return page.samples(sample).stream()
                .anyMatch(part -> !part.labels().byName().isEmpty());
    }

    /** A counter: any finite number from 0 on. */
    Optional<Double> counted(String sample) {
        return present(page.value(sample)).filter(Scrape::isCount);
    }

    /** A counter that is told in parts, by label. */
    Optional<Double> countedOverAll(String sample) {
        return present(page.sum(sample)).filter(Scrape::isCount);
    }

    /** Whether something holds, told as 1 or 0. */
    Optional<Boolean> flag(String sample) {
        return present(page.value(sample))
                .filter(value -> value == 0 || value == 1)
                .map(value -> value == 1);
    }

    /** Which of several holds, told as one sample of 1 among those of 0; empty when that is not one of those known. */
    Optional<String> oneOf(String sample, String label, Set<String> known) {
        List<Sample> holding =
                page.samples(sample).stream().filter(part -> part.value() != 0).toList();
        return holding.size() == 1 && holding.getFirst().value() == 1
                ? holding.getFirst().labels().get(label).filter(known::contains)
                : Optional.empty();
    }

    /** When the node started, else its process, in seconds since the epoch. */
    Optional<Double> startTime() {
        return time("lean_node_start_time_seconds").or(() -> time("process_start_time_seconds"));
    }

    /** Seconds since the epoch, after it. */
    Optional<Double> time(String sample) {
        return present(page.value(sample)).filter(value -> value > 0 && Double.isFinite(value));
    }

    /**
     * Whether the node started less than that before this page. Compares two clocks: by a start that lies far ahead of ours
     * nothing can be told.
     */
    boolean isYoungerThan(Duration age) {
        return startTime()
                .map(start -> Duration.ofMillis(receivedAt.toEpochMilli() - Math.round(start * 1000)))
                .filter(running -> running.abs().compareTo(age) < 0)
                .isPresent();
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

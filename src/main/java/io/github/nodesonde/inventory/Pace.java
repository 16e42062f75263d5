package io.github.nodesonde.inventory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * How a node is asked: the keys that a network sets for all its nodes and a node for itself.
 *
 * @param interval time between the starts of two rounds
 * @param timeout deadline of one question
 * @param skip names of probes that are not asked
 */
record Pace(Duration interval, Duration timeout, Set<String> skip) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(6);

    Pace {
        skip = Set.copyOf(skip);
    }

    /** Where the inventory says nothing. */
    static Pace every(Duration interval) {
        return new Pace(interval, DEFAULT_TIMEOUT, Set.of());
    }

    /** Tells what is wrong with the keys where it is unknown which of the kinds is right. */
    static void check(YamlFields fields, Collection<NodeKind> kinds) {
        var _ = every(DEFAULT_TIMEOUT)
                .with(
                        fields,
                        kinds.stream().flatMap(kind -> kind.probes().stream()).toList());
    }

    /**
     * What the fields say; this where they say nothing.
     *
     * @param probes the names that may be skipped
     */
    Pace with(YamlFields fields, Collection<String> probes) {
        var choices = probes.stream().collect(toMap(identity(), identity(), (first, _) -> first));
        return new Pace(
                fields.duration("interval", Duration.ofSeconds(1), Duration.ofDays(1))
                        .orElse(interval),
                fields.duration("timeout", Duration.ofMillis(100), Duration.ofMinutes(5))
                        .orElse(timeout),
                fields.has("skip") ? Set.copyOf(fields.values("skip", Scalar.oneOf(choices))) : skip);
    }
}

package io.github.nodesonde.health;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we hold of a node, a network or the fleet. Ordered from best to worst: not knowing is worse than knowing of a
 * blemish. {@link #MAINTENANCE} stands apart and takes no part in comparisons.
 */
public enum Verdict {
    UP,
    DEGRADED,
    UNKNOWN,
    DOWN,
    MAINTENANCE;

    /** Lower case, as JSON and label values print it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it answers HTTP 200 rather than 503. */
    public boolean isHealthy() {
        return this != DOWN && this != UNKNOWN;
    }

    /** The worst of them, maintenance left out; empty when none is left. */
    public static Optional<Verdict> worst(Stream<Verdict> verdicts) {
        return verdicts.filter(verdict -> verdict != MAINTENANCE).max(Comparator.naturalOrder());
    }
}

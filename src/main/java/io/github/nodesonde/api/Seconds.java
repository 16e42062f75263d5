package io.github.nodesonde.api;

import java.time.Duration;
import java.time.Instant;

/** Durations as the API prints them. */
final class Seconds {

    private static final double NANOS = 1e9;

    private Seconds() {}

    static double of(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    /** Never below 0, whatever the clocks say. */
    static double between(Instant earlier, Instant later) {
        return Math.max(0, of(Duration.between(earlier, later)));
    }
}

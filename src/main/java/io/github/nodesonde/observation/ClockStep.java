package io.github.nodesonde.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * That the time of day was set.
 *
 * @param by how far forward; negative when it was set back
 * @param to the time of day then, as told since
 * @param atNanos when, by {@code nanos}
 * @param nanos time of a clock that nobody sets
 */
record ClockStep(Duration by, Instant to, long atNanos, LongSupplier nanos) {

    /** Readings of both clocks are not taken at the same moment, and their paces differ a little. */
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    /** No round takes longer; afterwards all that is told is told of the new time. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

    /**
     * The new time of an instant that was read of late, before the step or after it. What does not lie between the step and
     * now was read before.
     */
    Instant dated(Instant read) {
        Duration since = Duration.ofNanos(nanos.getAsLong() - atNanos);
        boolean after = since.compareTo(LONGEST_ROUND) > 0
                || !read.isBefore(to.minus(TOLERANCE))
                        && !read.isAfter(to.plus(since).plus(TOLERANCE));
        return after ? read : read.plus(by);
    }
}

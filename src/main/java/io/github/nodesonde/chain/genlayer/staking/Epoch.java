package io.github.nodesonde.chain.genlayer.staking;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The epoch of a network.
 *
 * @param number counts from 0; 1 is never seen, for the contract skips it
 * @param startedAt by the chain's clock; empty when unknown
 * @param earliestNextAt when the next one may start at the earliest: it also waits until the one before this is final.
 *     Empty when unknown, and when the record of this epoch has ended already
 * @param cutOff how much later than that it may be, where the source cuts times short
 */
public record Epoch(long number, Optional<Instant> startedAt, Optional<Instant> earliestNextAt, Duration cutOff) {

    /** How far two clocks may differ; an epoch that starts later than this from now was timed by one that is wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /** As the other, from a source that tells exact times. */
    public Epoch(long number, Optional<Instant> startedAt, Optional<Instant> earliestNextAt) {
        this(number, startedAt, earliestNextAt, Duration.ZERO);
    }

    /**
     * As the contract records it.
     *
     * @param ended whether the record has an end
     * @param zeroMinDuration the shortest duration of epoch 0
     * @param minDuration the shortest duration of every later one
     */
    public static Epoch recorded(
            long number, Instant startedAt, boolean ended, Duration zeroMinDuration, Duration minDuration) {
        return new Epoch(
                number,
                Optional.of(startedAt),
                ended ? Optional.empty() : after(startedAt, number == 0 ? zeroMinDuration : minDuration));
    }

    /** Time until the next epoch may start, never below zero; empty when unknown. */
    public Optional<Duration> untilNext(Instant now) {
        return nextAsOf(now).map(at -> Duration.between(now, at)).map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether the next epoch might have started by now, for certain, and has not; empty when unknown. */
    public Optional<Boolean> overdue(Instant now) {
        return nextAsOf(now).map(at -> !at.plus(cutOff).isAfter(now));
    }

    /** A start that is still to come shows that our clock and the chain's differ: then no countdown can be right. */
    private Optional<Instant> nextAsOf(Instant now) {
        return startedAt
                        .filter(start -> start.isAfter(now.plus(CLOCK_TOLERANCE)))
                        .isPresent()
                ? Optional.empty()
                : earliestNextAt;
    }

    private static Optional<Instant> after(Instant start, Duration duration) {
        try {
            return Optional.of(start.plus(duration));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}

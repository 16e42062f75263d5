package io.github.nodesonde.probe;

import java.time.Duration;

/**
 * When the rounds of one node come: the first at once, the second after a delay of its own, which spreads the nodes over
 * the interval, and from then on one each interval. A first failed round is confirmed soon by one in between. A round that
 * is late never leads to two in short order. Not thread-safe; instants are {@link System#nanoTime()} readings, for a clock
 * that is set must not move a round.
 */
final class Cadence {

    private final long interval;
    private final long jitter;
    private long anchor;
    private boolean begun;
    private boolean failing;

    /** @param jitter from the start of the first round to that of the second; above zero, at most an interval */
    Cadence(Duration interval, Duration jitter) {
        this.interval = interval.toNanos();
        this.jitter = jitter.toNanos();
    }

    /**
     * When the next round starts.
     *
     * @param started when the round that just ended started
     * @param outOfTurn whether somebody asked for it; the interval counts from there then
     * @param failed whether something was asked and nothing answered
     */
    long next(long started, long ended, boolean outOfTurn, boolean failed, Duration confirmAfter) {
        if (outOfTurn) {
            anchor = started;
        } else if (!begun) {
            anchor = started + jitter;
        }
        begun = true;
        boolean first = failed && !failing;
        failing = failed;
        return first ? ended + confirmAfter.toNanos() : firstAfter(ended);
    }

    private long firstAfter(long instant) {
        long past = instant - anchor;
        return past < 0 ? anchor : anchor + (past / interval + 1) * interval;
    }
}

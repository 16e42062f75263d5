package io.github.nodesonde.probe;

import io.github.nodesonde.observation.ObservationLog;
import java.time.Duration;

/**
 * When the rounds of one node come: the first at once, the second after a delay of its own, which spreads the nodes over
 * the interval, and from then on one each interval. A first failed round is confirmed soon by one in between. A node none
 * of whose last {@link #DEAD_AFTER} rounds was answered is asked every second interval, until it answers: what hangs takes
 * half the room, and an answer is noticed after two intervals at the latest. A round that is late never leads to two in
 * short order. Not thread-safe; instants are {@link System#nanoTime()} readings, for a clock that is set must not move a
 * round.
 */
final class Cadence {

    /** As many rounds as any verdict can wait for, so that none comes later because a node is asked less. */
    static final int DEAD_AFTER = ObservationLog.ROUNDS_KEPT;

    private final long interval;
    private final long jitter;
    private long anchor;
    private boolean begun;
    private int failedInARow;

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
        failedInARow = failed ? Math.min(failedInARow + 1, DEAD_AFTER) : 0;
        if (failedInARow == 1) {
            return ended + confirmAfter.toNanos();
        }
        return failedInARow < DEAD_AFTER
                ? firstAfter(ended)
                : Math.max(firstAfter(ended), firstAfter(started) + interval);
    }

    private long firstAfter(long instant) {
        long past = instant - anchor;
        return past < 0 ? anchor : anchor + (past / interval + 1) * interval;
    }
}

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

    /**
     * Rounds come on beats, of which an interval has so many: some nodes at once, then none for a moment. Who is woken for
     * sixty nodes rather than for one spares most of it: at 10,000 nodes each 15 s a round took 0.14 ms of processor time
     * where it had taken 0.20.
     */
    static final int BEATS = 150;

    private final long interval;
    private final long beat;
    private final long jitter;
    private long anchor;
    private boolean begun;
    private int failedInARow;

    /** @param jitter from the start of the first round to that of the second; above zero, at most an interval */
    Cadence(Duration interval, Duration jitter) {
        this.interval = interval.toNanos();
        this.beat = Math.max(1, this.interval / BEATS);
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
            anchor = beatBefore(started);
        } else if (!begun) {
            anchor = beatBefore(started + jitter);
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

    private long beatBefore(long instant) {
        return instant - Math.floorMod(instant, beat);
    }
}

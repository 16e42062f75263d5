package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.observation.Reason;
import java.time.Duration;

/**
 * The time of one round.
 *
 * @param perRun what one run of the tool may take
 */
record RoundClock(long endNanos, Duration perRun) {

    static RoundClock of(Duration round, Duration perRun) {
        return new RoundClock(System.nanoTime() + round.toNanos(), perRun);
    }

    /**
     * What the next run may take.
     *
     * @throws CliFailure when the time is up
     */
    Duration next() throws CliFailure {
        Duration left = Duration.ofNanos(endNanos - System.nanoTime());
        if (!left.isPositive()) {
            throw new CliFailure(Reason.TIMED_OUT, "not asked: the time of the round was up");
        }
        return left.compareTo(perRun) < 0 ? left : perRun;
    }
}

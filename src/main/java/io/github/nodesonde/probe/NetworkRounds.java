package io.github.nodesonde.probe;

import java.time.Duration;
import java.util.Optional;

/**
 * The rounds about one network: one an interval. After one that was refused because too much was asked the next comes
 * later, and later each time, up to eight intervals; or when the other side allows it, which is believed for an hour.
 */
final class NetworkRounds implements Schedule.Rounds {

    private static final int MOST_DOUBLINGS = 3;
    private static final Duration MOST_PATIENCE = Duration.ofHours(1);

    private final NetworkTask task;
    private final NetworkRoundRunner runner;
    private Optional<RoundFailure> failure = Optional.empty();
    private int doublings;

    NetworkRounds(NetworkTask task, NetworkRoundRunner runner) {
        this.task = task;
        this.runner = runner;
    }

    @Override
    public synchronized void run() throws InterruptedException {
        failure = runner.run(task);
        doublings =
                failure.filter(RoundFailure::asksForPatience).isPresent() ? Math.min(doublings + 1, MOST_DOUBLINGS) : 0;
    }

    @Override
    public synchronized long next(long started, long ended, boolean outOfTurn) {
        long interval = task.inquiry().interval().toNanos();
        long asked = failure.flatMap(RoundFailure::retryAfter)
                .map(wait -> wait.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : wait)
                .map(Duration::toNanos)
                .orElse(0L);
        long due = started + (interval << doublings);
        // One that took longer than its interval does not have the next at its heels.
        return Math.max(due - ended > 0 ? due : ended + interval, ended + asked);
    }
}

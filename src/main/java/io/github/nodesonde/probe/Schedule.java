package io.github.nodesonde.probe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has rounds run when they are due, and never two at once. Each runs on a virtual thread. Thread-safe. */
final class Schedule {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final String name;
    private final Rounds rounds;
    private final ScheduledExecutorService timer;

    private boolean stopped;
    private @Nullable Future<?> next;
    private @Nullable UnderWay underWay;

    /** @param name whose rounds they are, for the names of threads */
    Schedule(String name, Rounds rounds, ScheduledExecutorService timer) {
        this.name = name;
        this.rounds = rounds;
        this.timer = timer;
    }

    /** Starts a round in turn. */
    void start() {
        var _ = begin(false);
    }

    /** Starts a round out of turn, unless one is under way; completes when that round has ended. */
    CompletableFuture<Void> askNow() {
        return begin(true);
    }

    /** No further round; completes when the one under way, if any, has ended. */
    synchronized CompletableFuture<Void> stop() {
        stopped = true;
        cancelNext();
        return underWay == null ? NOTHING : underWay.end;
    }

    /** Breaks off the round under way, if any. */
    synchronized void interrupt() {
        if (underWay != null) {
            underWay.thread.interrupt();
        }
    }

    private synchronized CompletableFuture<Void> begin(boolean outOfTurn) {
        if (underWay != null) {
            return underWay.end;
        }
        if (stopped) {
            return NOTHING;
        }
        cancelNext();
        var end = new CompletableFuture<Void>();
        Thread thread = Thread.ofVirtual().name("round of " + name).unstarted(() -> ask(outOfTurn, end));
        underWay = new UnderWay(thread, end);
        thread.start();
        return end;
    }

    private void ask(boolean outOfTurn, CompletableFuture<Void> end) {
        long started = System.nanoTime();
        try {
            rounds.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            ended(started, outOfTurn);
            end.complete(null);
        }
    }

    private synchronized void ended(long started, boolean outOfTurn) {
        underWay = null;
        if (!stopped) {
            long now = System.nanoTime();
            next = timer.schedule(this::start, rounds.next(started, now, outOfTurn) - now, TimeUnit.NANOSECONDS);
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private record UnderWay(Thread thread, CompletableFuture<Void> end) {}

    /** The rounds of one node, or those about one network. Instants are {@link System#nanoTime()} readings. */
    interface Rounds {

        /** Runs one. Blocks; whatever goes wrong but an interruption is told elsewhere and not thrown. */
        void run() throws InterruptedException;

        /**
         * When the next one starts; called once after each run.
         *
         * @param outOfTurn whether somebody asked for the one that just ended
         */
        long next(long started, long ended, boolean outOfTurn);
    }
}

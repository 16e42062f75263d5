package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has one node asked when it is due, and never twice at once. Each round runs on a virtual thread. Thread-safe. */
final class NodeSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSchedule.class);
    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Node node;
    private final RoundRecorder recorder;
    private final ScheduledExecutorService timer;
    private final Cadence cadence;
    private final Supplier<Duration> confirmAfter;

    private boolean stopped;
    private @Nullable Future<?> next;
    private @Nullable UnderWay underWay;

    NodeSchedule(
            Node node,
            RoundRecorder recorder,
            ScheduledExecutorService timer,
            Cadence cadence,
            Supplier<Duration> confirmAfter) {
        this.node = node;
        this.recorder = recorder;
        this.timer = timer;
        this.cadence = cadence;
        this.confirmAfter = confirmAfter;
    }

    Node node() {
        return node;
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
        Thread thread = Thread.ofVirtual().name("round of " + node.id()).unstarted(() -> ask(outOfTurn, end));
        underWay = new UnderWay(thread, end);
        thread.start();
        return end;
    }

    private void ask(boolean outOfTurn, CompletableFuture<Void> end) {
        long started = System.nanoTime();
        boolean failed = false;
        try {
            Round round = recorder.record(node);
            failed = round.failed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("node", node.id().value())
                    .addKeyValue("network", node.network())
                    .setCause(PrintableFault.of(e))
                    .log("the gateway's own fault in a round of {}", node.id());
        } finally {
            ended(started, outOfTurn, failed);
            end.complete(null);
        }
    }

    private synchronized void ended(long started, boolean outOfTurn, boolean failed) {
        underWay = null;
        if (!stopped) {
            long now = System.nanoTime();
            long at = cadence.next(started, now, outOfTurn, failed, confirmAfter.get());
            next = timer.schedule(this::start, at - now, TimeUnit.NANOSECONDS);
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private record UnderWay(Thread thread, CompletableFuture<Void> end) {}
}

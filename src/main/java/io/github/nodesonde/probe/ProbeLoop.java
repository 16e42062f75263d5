package io.github.nodesonde.probe;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.ObservationLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has every node of the fleet in force asked again and again, and every network about which something is asked. Follows the fleet within a fraction of a second: new nodes
 * are asked at once, changed ones start anew, gone ones are dropped, the others notice nothing. Thread-safe.
 *
 * <p>Being in the last phase, it starts when the servers of both ports listen and stops before they do.
 */
@Component
final class ProbeLoop implements SmartLifecycle, AskNow {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeLoop.class);
    private static final Duration LOOK_AT_FLEET = Duration.ofMillis(250);
    /** To finish what is under way, and then to break it off. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final LiveFleet live;
    private final NodeProbes probes;
    private final RoundRecorder recorder;
    private final ObservationLog log;
    private final NetworkSchedules networks;
    private final Map<NodeId, NodeTurn> schedules = new HashMap<>();
    private Fleet followed = Fleet.EMPTY;
    private @Nullable ScheduledThreadPoolExecutor timer;

    ProbeLoop(
            LiveFleet live, NodeProbes probes, RoundRecorder recorder, ObservationLog log, NetworkSchedules networks) {
        this.live = live;
        this.probes = probes;
        this.recorder = recorder;
        this.log = log;
        this.networks = networks;
    }

    @Override
    public synchronized void start() {
        if (timer == null) {
            var started = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("probe-timer").factory());
            started.setRemoveOnCancelPolicy(true);
            var _ = started.scheduleWithFixedDelay(this::follow, 0, LOOK_AT_FLEET.toMillis(), TimeUnit.MILLISECONDS);
            timer = started;
        }
    }

    /** Lets the rounds under way end, for a second; breaks off the others. */
    @Override
    public synchronized void stop() {
        // No schedule may find its timer gone, so they stop first.
        CompletableFuture<Void> ended = CompletableFuture.allOf(Stream.concat(
                        schedules.values().stream().map(turn -> turn.schedule().stop()), Stream.of(networks.stop()))
                .toArray(CompletableFuture<?>[]::new));
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
        try {
            if (!endsWithin(ended, GRACE)) {
                interrupt();
                endsWithin(ended, GRACE);
            }
        } catch (InterruptedException _) {
            interrupt();
            Thread.currentThread().interrupt();
        }
        schedules.clear();
        networks.clear();
        followed = Fleet.EMPTY;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    @Override
    public void ask(Node node, Duration deadline) throws InterruptedException {
        follow();
        Optional<Schedule> schedule = scheduleOf(node);
        if (schedule.isPresent()) {
            endsWithin(schedule.get().askNow(), deadline);
        }
    }

    private void interrupt() {
        schedules.values().forEach(turn -> turn.schedule().interrupt());
        networks.interrupt();
    }

    private synchronized Optional<Schedule> scheduleOf(Node node) {
        return Optional.ofNullable(schedules.get(node.id()))
                .filter(turn -> turn.node().equals(node))
                .map(NodeTurn::schedule);
    }

    private synchronized void follow() {
        ScheduledThreadPoolExecutor running = timer;
        if (running == null) {
            return;
        }
        try {
            Fleet fleet = live.now();
            if (fleet != followed) {
                follow(fleet, running);
                followed = fleet;
            }
        } catch (RuntimeException e) {
            // Thrown on, it would end the timer's task for good.
            LOG.error("cannot follow the inventory; trying again", e);
        }
    }

    private void follow(Fleet fleet, ScheduledThreadPoolExecutor running) {
        log.retain(fleet);
        for (NodeId id : List.copyOf(schedules.keySet())) {
            if (!fleet.nodes().containsKey(id)) {
                var _ = drop(id);
            }
        }
        fleet.nodes().values().forEach(node -> schedule(node, running));
        networks.follow(fleet, running);
    }

    private void schedule(Node node, ScheduledThreadPoolExecutor running) {
        NodeTurn before = schedules.get(node.id());
        if (before != null && before.node().equals(node)) {
            return;
        }
        CompletableFuture<Void> freed = drop(node.id());
        log.watch(node, probes.namesFor(node));
        var rounds = new NodeRounds(node, recorder, cadence(node), confirmAfter(node));
        var after = new Schedule(node.id().value(), rounds, running);
        schedules.put(node.id(), new NodeTurn(node, after));
        var _ = freed.thenRun(after::start);
    }

    /** Completes when nobody asks the node any longer. */
    private CompletableFuture<Void> drop(NodeId id) {
        NodeTurn dropped = schedules.remove(id);
        if (dropped == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> ended = dropped.schedule().stop();
        dropped.schedule().interrupt();
        return ended;
    }

    private static Cadence cadence(Node node) {
        long jitter = 1 + ThreadLocalRandom.current().nextLong(node.interval().toNanos());
        return new Cadence(node.interval(), Duration.ofNanos(jitter));
    }

    /** Asked for each time, for it may change while the node itself does not. */
    private Supplier<Duration> confirmAfter(Node node) {
        return () -> Optional.ofNullable(live.now().networks().get(node.network()))
                .map(Network::confirmAfter)
                .orElse(node.interval());
    }

    private static boolean endsWithin(CompletableFuture<Void> end, Duration time) throws InterruptedException {
        try {
            end.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a round never fails", e);
        }
    }

    private record NodeTurn(Node node, Schedule schedule) {}
}

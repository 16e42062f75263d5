package io.github.nodesonde.probe;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Has the networks of a fleet asked about as wholes. One whose own entry or any of whose nodes changed starts anew, for
 * what is asked follows from both; the others notice nothing. Not thread-safe: the loop calls it, one call at a time.
 */
@Component
final class NetworkSchedules {

    private final NetworkProbes probes;
    private final NetworkRoundRunner runner;
    private final NetworkFailureLog failures;
    private final Map<String, Followed> followed = new HashMap<>();

    NetworkSchedules(NetworkProbes probes, NetworkRoundRunner runner, NetworkFailureLog failures) {
        this.probes = probes;
        this.runner = runner;
        this.failures = failures;
    }

    void follow(Fleet fleet, ScheduledExecutorService timer) {
        for (String name : List.copyOf(followed.keySet())) {
            if (!fleet.networks().containsKey(name)) {
                var _ = drop(name);
            }
        }
        failures.retain(fleet.networks());
        fleet.networks().values().forEach(network -> follow(network, fleet.nodesOf(network.name()), timer));
    }

    /** No further round; completes when those under way have ended. */
    CompletableFuture<Void> stop() {
        return CompletableFuture.allOf(all().map(Schedule::stop).toArray(CompletableFuture<?>[]::new));
    }

    /** Breaks off the rounds under way. */
    void interrupt() {
        all().forEach(Schedule::interrupt);
    }

    void clear() {
        followed.clear();
    }

    private void follow(Network network, List<Node> nodes, ScheduledExecutorService timer) {
        Followed before = followed.get(network.name());
        if (before != null && before.network().equals(network) && before.nodes().equals(nodes)) {
            return;
        }
        CompletableFuture<Void> freed = drop(network.name());
        var schedules = new ArrayList<Schedule>();
        probes.of(network, (probe, inquiry) -> {
            NetworkTask task = NetworkTask.of(network, probe, inquiry, nodes);
            runner.watch(task);
            schedules.add(new Schedule(probe.name() + " of " + network.name(), new NetworkRounds(task, runner), timer));
        });
        followed.put(network.name(), new Followed(network, nodes, schedules));
        var _ = freed.thenRun(() -> schedules.forEach(Schedule::start));
    }

    /** Completes when nobody asks about the network any longer. */
    private CompletableFuture<Void> drop(String network) {
        Followed dropped = followed.remove(network);
        if (dropped == null) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> ended = CompletableFuture.allOf(
                dropped.schedules().stream().map(Schedule::stop).toArray(CompletableFuture<?>[]::new));
        dropped.schedules().forEach(Schedule::interrupt);
        return ended;
    }

    private Stream<Schedule> all() {
        return followed.values().stream().flatMap(network -> network.schedules().stream());
    }

    private record Followed(Network network, List<Node> nodes, List<Schedule> schedules) {}
}

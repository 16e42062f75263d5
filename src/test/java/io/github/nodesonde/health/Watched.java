package io.github.nodesonde.health;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import io.github.nodesonde.observation.ControlTarget;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Hand-made networks and nodes, and what was seen of them, kept in a real log. Each node has two probes: a and b. */
final class Watched {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(15);
    static final ProbeResult ANSWERED = new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty());
    static final ProbeResult SKIPPED = new ProbeResult.Skipped("no such endpoint");

    final ObservationLog log = new ObservationLog();
    private final List<Network> networks = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    static ProbeResult failed(Reason reason, String detail) {
        return new ProbeResult.Failed(reason, detail);
    }

    static Network network(String name) {
        return network(name, "kind", new NetworkSettings.None());
    }

    static Network network(String name, String type, NetworkSettings settings) {
        return new Network(name, type, false, Optional.empty(), 0, 2, Duration.ofSeconds(2), settings);
    }

    static Node node(String id, Network network) {
        return node(id, network, INTERVAL);
    }

    static Node node(String id, Network network, Duration interval) {
        return new Node(
                new NodeId(id),
                network.type(),
                network.name(),
                new TreeMap<>(),
                interval,
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new Settings(Set.of(URI.create("http://127.0.0.1:1"))));
    }

    Network add(Network network) {
        networks.add(network);
        return network;
    }

    Node add(Node node) {
        nodes.add(node);
        log.watch(node, List.of("a", "b"));
        return node;
    }

    /** A network with nodes of these ids. */
    List<Node> add(String network, String... ids) {
        Network added = add(network(network));
        return List.of(ids).stream().map(id -> add(node(id, added))).toList();
    }

    /** A round in which both probes had this result. */
    void round(Node node, long second, ProbeResult both) {
        round(node, second, Map.of("a", both, "b", both));
    }

    void round(Node node, long second, ProbeResult a, ProbeResult b) {
        round(node, second, Map.of("a", a, "b", b));
    }

    void round(Node node, long second, Map<String, ProbeResult> results) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        new TreeMap<>(results)
                .forEach((name, result) -> outcomes.put(name, new Round.Outcome(result, at(second), Duration.ZERO)));
        log.append(node, new Round(at(second), at(second), outcomes));
    }

    Fleet fleet() {
        return new Fleet(networks, nodes);
    }

    NodeSnapshot seen(Node node, long second) {
        return log.snapshot(node, at(second));
    }

    FleetSnapshot seen(long second) {
        return log.snapshot(fleet(), at(second));
    }

    /** Lets the control target fail so many rounds in a row, none of them included. */
    void control(int failedRounds) {
        log.control(Optional.of(new ControlTarget(failedRounds)));
    }

    private record Settings(Set<URI> urls) implements NodeSettings {}
}

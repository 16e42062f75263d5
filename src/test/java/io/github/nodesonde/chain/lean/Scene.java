package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.AllClients;
import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Origin;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A lean network for tests: its nodes, and what their probes read of the answers the test gives. */
final class Scene {

    static final Instant GENESIS = Instant.parse("2026-11-22T00:00:00Z");
    static final Duration SLOT = Duration.ofSeconds(4);
    static final URI BASE = URI.create("http://127.0.0.1:9");
    static final LeanClients CLIENTS = AllClients.ALL;

    /** Genesis known, no epochs. */
    static final LeanNetworkSettings SETTINGS = new LeanNetworkSettings(
            Optional.of(GENESIS), SLOT, Optional.empty(), HeadLimits.DEFAULT, ForkLimits.DEFAULT);

    private final ObservationLog log = new ObservationLog();
    private final LeanHealthProbe health = new LeanHealthProbe(CLIENTS);
    private final LeanMetricsProbe metrics = new LeanMetricsProbe(CLIENTS);
    private final Network network;
    private final List<Node> nodes = new ArrayList<>();

    Scene() {
        this(SETTINGS);
    }

    Scene(LeanNetworkSettings settings) {
        this(new Network("devnet", LeanNodeKind.TYPE, false, Optional.empty(), 0, 2, Duration.ofSeconds(2), settings));
    }

    Scene(Network network) {
        this.network = network;
    }

    static Node node(String id) {
        return node(id, Optional.empty());
    }

    static Node node(String id, Optional<String> client) {
        return new Node(
                new NodeId(id),
                LeanNodeKind.TYPE,
                "devnet",
                new TreeMap<>(),
                SLOT,
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new LeanNodeSettings(BASE, BASE, client));
    }

    /** One whose API and metrics are at ports of their own. */
    static Node node(String id, int api, int metrics) {
        return new Node(
                new NodeId(id),
                LeanNodeKind.TYPE,
                "devnet",
                new TreeMap<>(),
                SLOT,
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new LeanNodeSettings(at(api), at(metrics), Optional.empty()));
    }

    /** The answer found at a path of the API that listens at that port. */
    static Reply answerAt(int port, String path, String body) {
        return new Reply(
                at(port).resolve(path), 200, "application/json", body.getBytes(StandardCharsets.UTF_8), GENESIS);
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What is known of a node before it is asked for the first time. */
    static NodeSnapshot unasked(Node node) {
        return NodeSnapshot.unasked(node, slot(0));
    }

    static Instant slot(long slot) {
        return GENESIS.plus(SLOT.multipliedBy(slot));
    }

    static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(Scene.class.getResourceAsStream("/lean/" + name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(int status, String contentType, String body, Instant at) {
        return new Reply(BASE, status, contentType, body.getBytes(StandardCharsets.UTF_8), at);
    }

    static Reply json(int status, String body) {
        return reply(status, "application/json", body, GENESIS);
    }

    static Reply page(String body, Instant at) {
        return reply(200, "text/plain; version=0.0.4; charset=utf-8", body, at);
    }

    /** {@code name{label="value"} value reported}, or {@code derived} and how. */
    static String line(Reading reading) {
        return reading.signal().name()
                + (reading.labels().isEmpty() ? "" : reading.labels().toString())
                + " " + reading.value()
                + switch (reading.origin()) {
                    case Origin.Reported _ -> " reported";
                    case Origin.Derived derived -> " derived: " + derived.how();
                };
    }

    static List<String> lines(ProbeResult result) {
        return ((ProbeResult.Answered) result)
                .readings().stream().map(Scene::line).toList();
    }

    Network network() {
        return network;
    }

    /** Adds a node that nothing is known of yet. */
    Scene with(Node node) {
        nodes.add(node);
        log.watch(node, List.of(LeanHealthProbe.NAME, LeanMetricsProbe.NAME));
        return this;
    }

    /** One round of a seed node: it says its head and its sync, and nothing of metrics. */
    Scene told(Node node, Instant at, long head, boolean synced) {
        return round(
                node,
                at,
                json(synced ? 200 : 503, "{\"status\":\"ok\",\"slot\":" + head + ",\"synced\":" + synced + "}"),
                Optional.empty());
    }

    /** One round: both replies read as the probes read them. */
    Scene round(Node node, Instant at, Reply toHealth, Optional<Reply> toMetrics) {
        var results = new LinkedHashMap<String, ProbeResult>();
        results.put(LeanHealthProbe.NAME, read(() -> health.read(unasked(node), toHealth)));
        toMetrics.ifPresent(reply ->
                results.put(LeanMetricsProbe.NAME, read(() -> metrics.read(unasked(node), reply))));
        return round(node, at, results);
    }

    /** One round with given results. */
    Scene round(Node node, Instant at, Map<String, ProbeResult> results) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        results.forEach((name, result) -> outcomes.put(name, new Round.Outcome(result, at, Duration.ofMillis(5))));
        log.append(node, new Round(at, at, outcomes));
        return this;
    }

    /** One round in which metrics told these, and nothing else was asked. */
    Scene metrics(Node node, Instant at, Map<Signal, Double> values) {
        List<Reading> readings = values.entrySet().stream()
                .map(told -> Reading.reported(node, told.getKey(), told.getValue()))
                .toList();
        return round(
                node,
                at,
                Map.of(LeanMetricsProbe.NAME, new ProbeResult.Answered(readings, Optional.empty(), Optional.empty())));
    }

    NodeSnapshot snapshot(Node node, Instant asOf) {
        return log.snapshot(node, asOf);
    }

    NetworkSnapshot snapshot(Instant asOf) {
        return log.snapshot(network, new Fleet(List.of(network), nodes), asOf);
    }

    private static ProbeResult read(Probing probing) {
        try {
            return probing.read();
        } catch (BadAnswer e) {
            return new ProbeResult.Failed(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    static ProbeResult failed(Reason reason) {
        return new ProbeResult.Failed(reason, reason.label());
    }

    @FunctionalInterface
    private interface Probing {
        ProbeResult read() throws BadAnswer;
    }
}

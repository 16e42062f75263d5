package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.Counts;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.SignalSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Judgements made by hand: one network, nodes that were asked as the test says, all of it at one instant. */
final class SampleJudgements {

    static final Instant NOW = Instant.parse("2026-11-22T03:46:40Z");
    static final Network NETWORK = new Network(
            "testnet", "sample", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None());

    private final List<NodeJudgement> nodes = new ArrayList<>();
    private List<Reading> derived = List.of();
    private List<NetworkJudgement.Version> versions = List.of();
    private List<Finding> findings = List.of();

    static Node node(String id, Map<String, String> labels) {
        return new Node(
                new NodeId(id),
                NETWORK.type(),
                NETWORK.name(),
                new TreeMap<>(labels),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                Set::of);
    }

    static Round.Outcome answered(List<Reading> readings, Page page) {
        return answered(readings, Optional.of(page));
    }

    static Round.Outcome answered(Reading... readings) {
        return answered(List.of(readings), Optional.empty());
    }

    private static Round.Outcome answered(List<Reading> readings, Optional<Page> page) {
        return new Round.Outcome(
                new ProbeResult.Answered(readings, page, Optional.empty()),
                NOW.minusSeconds(5),
                Duration.ofMillis(250));
    }

    /** What hands on nodes' own series, with these signals as ours. */
    static PassedThrough passedThrough(PassthroughProperties properties, SignalSource... ours) {
        return new PassedThrough(new PassageRules(List.of(ours), properties), properties);
    }

    static Round round(Map<String, Round.Outcome> outcomes) {
        return new Round(NOW.minusSeconds(6), NOW.minusSeconds(5), new LinkedHashMap<>(outcomes));
    }

    static NodeJudgement judged(Node node, Verdict verdict, List<Reading> derived, Round... rounds) {
        var log = new ObservationLog();
        log.watch(node, List.of("health", "metrics"));
        for (Round round : rounds) {
            log.append(node, round);
        }
        return judged(log.snapshot(node, NOW), verdict, derived);
    }

    static NodeJudgement judged(NodeSnapshot seen, Verdict verdict, List<Reading> derived) {
        var view = new NodeView(Optional.empty(), Optional.empty(), Software.UNKNOWN, "sample", new LinkedHashMap<>());
        return new NodeJudgement(seen, view, verdict, NOW, List.of(), derived);
    }

    SampleJudgements with(NodeJudgement node) {
        nodes.add(node);
        return this;
    }

    SampleJudgements withNetwork(List<Reading> readings, NetworkJudgement.Version... seen) {
        derived = readings;
        versions = List.of(seen);
        return this;
    }

    SampleJudgements withFinding(Finding finding) {
        findings = List.of(finding);
        return this;
    }

    Judgements build() {
        var byId = new TreeMap<NodeId, NodeJudgement>();
        nodes.forEach(node -> byId.put(node.seen().node().id(), node));
        Counts counts = Counts.of(nodes.stream().map(NodeJudgement::verdict));
        var view = new NetworkView(Optional.empty(), Map.of(), List.of(), new LinkedHashMap<>(), List.of());
        var network = new NetworkJudgement(NETWORK, Verdict.DEGRADED, counts, view, List.of(), derived, versions);
        return new Judgements(
                1,
                NOW,
                new Fleet(
                        List.of(NETWORK),
                        nodes.stream().map(node -> node.seen().node()).toList()),
                Verdict.DEGRADED,
                DownWhen.MAJORITY,
                counts,
                findings,
                new TreeMap<>(Map.of(NETWORK.name(), network)),
                byId);
    }
}

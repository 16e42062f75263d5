package io.github.nodesonde.api;

import io.github.nodesonde.health.Counts;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small fleet of two made-up kinds, judged by hand: every verdict occurs, and what strings can be set are hostile. */
public final class TestFleet {

    public static final Instant NOW = Instant.parse("2026-11-22T03:46:28Z");
    public static final String SECRET = "hunter2";
    public static final String ADDRESS = "10.9.8.7";
    public static final String HOSTILE = "<script>alert(\"1\")</script>";

    /** Names of all topics and fields that only its kinds know. */
    static final Set<String> TOPICS = Set.of("client", "clientSource", "trial", "heads");

    private static final Signal HEAD = Signal.gauge("alpha_head", "slots", "Head.");
    private static final Signal RATIO =
            Signal.gauge("alpha_ratio", "", "Ratio.").labelled("of");
    private static final Signal BLOCKS = Signal.counter("alpha_blocks_total", "blocks", "Blocks.");
    private static final Signal VERSION =
            Signal.info("alpha_version_info", "Version.").labelled("version");
    private static final Signal SYNCED = Signal.flag("alpha_synced", "Synced.");

    private static final Network ALPHA = network("alpha-1", "alpha", Optional.empty(), 0);
    private static final Network BETA = network("beta-1", "beta", Optional.of(DownWhen.ALL), 2);

    private static final Node A0 = node("a-0", ALPHA, Map.of("region", "eu", "team", HOSTILE));
    private static final Node A1 = node("a-1", ALPHA, Map.of("region", "us"));
    private static final Node A2 = node("a-2", ALPHA, Map.of("region", "eu"));
    private static final Node B0 = node("b-0", BETA, Map.of());
    private static final Node B1 = node("b-1", BETA, Map.of());

    private TestFleet() {}

    /** A topic of a made-up kind, with everything in it that a kind may print. */
    record Trial(
            NodeId node, Optional<String> root, Thread.State state, Duration ends, BigDecimal sum, Instant begunAt) {}

    /** A topic of a network. */
    record Heads(Optional<Long> maxSlot, List<NodeId> lagging, double spread) {}

    public static Judgements judged() {
        return judged(7, List.of());
    }

    /** Nothing judged yet. */
    public static Judgements none() {
        return new Judgements(
                0,
                NOW,
                Fleet.EMPTY,
                Verdict.UNKNOWN,
                DownWhen.MAJORITY,
                new Counts(Map.of()),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** An inventory that names nothing. */
    public static Judgements empty() {
        return new Judgements(
                1,
                NOW,
                new Fleet(List.of(), List.of()),
                Verdict.UNKNOWN,
                DownWhen.MAJORITY,
                new Counts(Map.of()),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    public static Judgements judged(long version, List<Finding> ofFleet) {
        var nodes = List.of(a0(), a1(), a2(), b0(), b1());
        return new Judgements(
                version,
                NOW,
                new Fleet(List.of(ALPHA, BETA), List.of(A0, A1, A2, B0, B1)),
                Verdict.UNKNOWN,
                DownWhen.MAJORITY,
                Counts.of(nodes.stream().map(NodeJudgement::verdict)),
                ofFleet,
                new TreeMap<>(Map.of("alpha-1", alpha(), "beta-1", beta())),
                nodes.stream()
                        .collect(Collectors.toMap(
                                judged -> judged.seen().node().id(), Function.identity(), (a, _) -> a, TreeMap::new)));
    }

    public static Finding gatewayFault() {
        return Finding.of(
                Subject.FLEET, "gateway-fault", Verdict.UNKNOWN, "5 of 6 nodes fail alike: unreachable", at(-30));
    }

    private static NodeJudgement a0() {
        var log = new ObservationLog();
        log.watch(A0, List.of("health", "metrics", "tree", "genesis"));
        var readings = List.of(
                Reading.reported(A0, HEAD, 100),
                Reading.reported(A0, RATIO, Double.NaN).with("of", "nan"),
                Reading.reported(A0, RATIO, Double.POSITIVE_INFINITY).with("of", "more"),
                Reading.reported(A0, RATIO, Double.NEGATIVE_INFINITY).with("of", "less"),
                Reading.reported(A0, BLOCKS, 12.5),
                Reading.reported(A0, VERSION, 1).with("version", HOSTILE));
        log.append(A0, round(-3, Map.of("health", answered(List.of(), -3), "metrics", answered(readings, -2))));
        log.append(
                A0,
                round(
                        -1,
                        Map.of(
                                "health",
                                new Round.Outcome(
                                        new ProbeResult.Failed(Reason.TIMED_OUT, "no answer within 6 s"),
                                        at(-1),
                                        Duration.ofSeconds(6)),
                                "tree",
                                new Round.Outcome(
                                        new ProbeResult.Skipped("HTTP status 404"), at(-1), Duration.ofMillis(12)))));
        var topics = new LinkedHashMap<String, Object>();
        topics.put("client", "zephyr");
        topics.put("clientSource", Optional.empty());
        topics.put(
                "trial",
                new Trial(
                        A0.id(),
                        Optional.empty(),
                        Thread.State.TIMED_WAITING,
                        Duration.ofMillis(1500),
                        new BigDecimal("1E+3"),
                        at(0)));
        return new NodeJudgement(
                log.snapshot(A0, NOW),
                new NodeView(
                        Optional.of(slots(100L, 100L, true)),
                        Optional.empty(),
                        new Software(Optional.of("zephyr"), Optional.of("0.3.1")),
                        "zephyr",
                        topics),
                Verdict.UP,
                at(-3600),
                List.of(),
                List.of(Reading.derived(Subject.of(A0), SYNCED, 1, "target − head ≤ 4")));
    }

    private static NodeJudgement a1() {
        return new NodeJudgement(
                heard(A1, -1.4),
                view(Optional.of(slots(94L, 100L, false)), "zephyr"),
                Verdict.DEGRADED,
                at(-90),
                List.of(
                        Finding.of(
                                        Subject.of(A1),
                                        "lagging",
                                        Verdict.DEGRADED,
                                        "head slot 94 is 6 behind the network's 100",
                                        at(-90))
                                .measured(6, 4),
                        Finding.of(Subject.of(A1), "noted", Verdict.UP, "restarted 3 times", at(-80))
                                .measured(Double.POSITIVE_INFINITY, 0.5)),
                List.of());
    }

    private static NodeJudgement a2() {
        return new NodeJudgement(
                heard(A2, -200),
                view(Optional.of(slots(null, 100L, null)), "alpha"),
                Verdict.DOWN,
                at(-180),
                List.of(Finding.of(
                        Subject.of(A2), "unreachable", Verdict.DOWN, HOSTILE + " connection refused", at(-180))),
                List.of());
    }

    private static NodeJudgement b0() {
        return new NodeJudgement(
                NodeSnapshot.unasked(B0, NOW),
                view(Optional.empty(), "beta"),
                Verdict.UNKNOWN,
                at(-5),
                List.of(Finding.of(Subject.of(B0), "stale", Verdict.UNKNOWN, "never answered", at(-5))),
                List.of());
    }

    private static NodeJudgement b1() {
        return new NodeJudgement(
                heard(B1, -4), view(Optional.empty(), "beta"), Verdict.MAINTENANCE, at(-7200), List.of(), List.of());
    }

    private static NetworkJudgement alpha() {
        var topics = new LinkedHashMap<String, Record>();
        topics.put("heads", new Heads(Optional.of(100L), List.of(A1.id()), 6));
        return new NetworkJudgement(
                ALPHA,
                Verdict.DEGRADED,
                Counts.of(List.of(Verdict.UP, Verdict.DEGRADED, Verdict.DOWN).stream()),
                networkView(Optional.of(slots(100L, 100L, null)), topics),
                List.of(Finding.of(Subject.of(ALPHA), "forked", Verdict.DEGRADED, "two chains", at(-60))),
                List.of(),
                List.of(
                        new NetworkJudgement.Version(
                                Optional.of("zephyr"), Optional.of("0.3.1"), List.of(A0.id(), A1.id())),
                        new NetworkJudgement.Version(Optional.of("zephyr"), Optional.empty(), List.of(A2.id()))));
    }

    private static NetworkJudgement beta() {
        return new NetworkJudgement(
                BETA,
                Verdict.UNKNOWN,
                Counts.of(List.of(Verdict.UNKNOWN, Verdict.MAINTENANCE).stream()),
                networkView(Optional.empty(), new LinkedHashMap<>()),
                List.of(),
                List.of(),
                List.of());
    }

    private static NetworkView networkView(Optional<Progress> progress, SequencedMap<String, Record> topics) {
        return new NetworkView(progress, Map.of(), List.of(), topics, List.of());
    }

    private static NodeView view(Optional<Progress> progress, String job) {
        return new NodeView(progress, Optional.empty(), Software.UNKNOWN, job, new LinkedHashMap<>());
    }

    private static Progress slots(@Nullable Long head, long target, @Nullable Boolean synced) {
        return new Progress(
                "slot",
                Optional.ofNullable(head),
                Optional.of(target),
                Optional.ofNullable(synced),
                Optional.ofNullable(synced),
                Optional.empty(),
                Optional.ofNullable(synced).map(_ -> "metric"));
    }

    private static NodeSnapshot heard(Node node, double seconds) {
        var log = new ObservationLog();
        log.watch(node, List.of("health"));
        log.append(node, round(seconds, Map.of("health", answered(List.of(), seconds))));
        return log.snapshot(node, NOW);
    }

    private static Round round(double seconds, Map<String, Round.Outcome> outcomes) {
        return new Round(at(seconds), at(seconds), new LinkedHashMap<>(outcomes));
    }

    private static Round.Outcome answered(List<Reading> readings, double seconds) {
        return new Round.Outcome(
                new ProbeResult.Answered(readings, Optional.empty(), Optional.empty()),
                at(seconds),
                Duration.ofMillis(12));
    }

    private static Instant at(double seconds) {
        return NOW.plusMillis(Math.round(seconds * 1000));
    }

    private static Network network(String name, String type, Optional<DownWhen> downWhen, int minUp) {
        return new Network(name, type, false, downWhen, minUp, 2, Duration.ofSeconds(2), new NetworkSettings.None());
    }

    private static Node node(String id, Network network, Map<String, String> labels) {
        return new Node(
                new NodeId(id),
                network.type(),
                network.name(),
                new TreeMap<>(labels),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Set.of(),
                new Credentials(Optional.empty(), Optional.empty(), Map.of("Authorization", SECRET)),
                new Settings(Set.of(URI.create("http://" + ADDRESS + ":1234"))));
    }

    private record Settings(Set<URI> urls) implements NodeSettings {}
}

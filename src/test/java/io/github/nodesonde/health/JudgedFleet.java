package io.github.nodesonde.health;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judgements made by hand, for tests of who reads them. Verdicts are those given, not judged: of a network and the fleet
 * they default to the worst given within.
 */
public final class JudgedFleet {

    public static final Instant AS_OF = Instant.parse("2026-11-22T03:46:28Z");

    /** A kind that counts in slots. */
    public static final String COUNTING = "counting";

    /** A kind without progress. */
    public static final String PLAIN = "plain";

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private final SortedMap<String, Network> networks = new TreeMap<>();
    private final SortedMap<NodeId, NodeJudgement> nodes = new TreeMap<>();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private final Map<Subject, List<Finding>> findings = new LinkedHashMap<>();

    /** Adds a network that counts in slots; a null head is unknown. */
    public JudgedFleet counting(String name, @Nullable Long head) {
        return counting(name, "slot", head);
    }

    /** Adds a network that counts in some unit; a null head is unknown. */
    public JudgedFleet counting(String name, String unit, @Nullable Long head) {
        progress.put(name, progress(unit, head, null));
        return network(name, COUNTING);
    }

    /** Adds a network of a kind without progress. */
    public JudgedFleet plain(String name) {
        return network(name, PLAIN);
    }

    /** Adds a node to the network named; null is unknown. Without progress where its network has none. */
    public JudgedFleet node(
            String id,
            String network,
            Verdict verdict,
            @Nullable Long head,
            @Nullable Boolean synced,
            String... rules) {
        Progress ofNetwork = progress.get(network);
        var node = new Node(
                new NodeId(id),
                type(network),
                network,
                new TreeMap<>(Map.of("region", "eu")),
                INTERVAL,
                TIMEOUT,
                Set.of(),
                Credentials.NONE,
                new NoUrls());
        var view = new NodeView(
                Optional.ofNullable(ofNetwork).map(of -> progress(of.unit(), head, synced)),
                ofNetwork == null ? Optional.ofNullable(synced) : Optional.empty(),
                Software.UNKNOWN,
                node.type(),
                new LinkedHashMap<>());
        var held = List.of(rules).stream()
                .map(rule -> Finding.of(Subject.of(node), rule, verdict, "because of " + rule, AS_OF))
                .toList();
        nodes.put(
                node.id(), new NodeJudgement(NodeSnapshot.unasked(node, AS_OF), view, verdict, AS_OF, held, List.of()));
        return this;
    }

    /** Lets the node's newest round have an answer. */
    public JudgedFleet answered(String id) {
        return round(id, new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty()));
    }

    /** Lets the node's newest round have a failure and no answer. */
    public JudgedFleet failed(String id, Reason reason) {
        return round(id, new ProbeResult.Failed(reason, reason.label()));
    }

    /** Lets a finding hold of a network or of the fleet. */
    public JudgedFleet finding(Subject subject, String rule, Verdict verdict, String because) {
        findings.put(subject, List.of(Finding.of(subject, rule, verdict, because, AS_OF)));
        return this;
    }

    public Judgements judged() {
        var judged = new TreeMap<String, NetworkJudgement>();
        networks.values().forEach(network -> judged.put(network.name(), judged(network)));
        var ofFleet = findings.getOrDefault(Subject.FLEET, List.of());
        var fleet = new Fleet(
                networks.values(),
                nodes.values().stream().map(node -> node.seen().node()).toList());
        return new Judgements(
                1,
                AS_OF,
                fleet,
                worst(judged.values().stream().map(NetworkJudgement::verdict).toList(), ofFleet),
                DownWhen.MAJORITY,
                Counts.of(nodes.values().stream().map(NodeJudgement::verdict)),
                ofFleet,
                judged,
                nodes);
    }

    private JudgedFleet round(String id, ProbeResult result) {
        var before = nodes.get(new NodeId(id));
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("any", new Round.Outcome(result, AS_OF, Duration.ZERO));
        var seen = new NodeSnapshot(
                Objects.requireNonNull(before).seen().node(),
                AS_OF,
                new LinkedHashMap<>(),
                List.of(new Round(AS_OF, AS_OF, outcomes)));
        nodes.put(
                seen.node().id(),
                new NodeJudgement(seen, before.view(), before.verdict(), before.since(), before.findings(), List.of()));
        return this;
    }

    private String type(String network) {
        return Optional.ofNullable(networks.get(network)).orElseThrow().type();
    }

    private JudgedFleet network(String name, String type) {
        networks.put(
                name,
                new Network(
                        name, type, false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None()));
        return this;
    }

    private NetworkJudgement judged(Network network) {
        var verdicts = nodes.values().stream()
                .filter(node -> node.seen().node().network().equals(network.name()))
                .map(NodeJudgement::verdict)
                .toList();
        var own = findings.getOrDefault(Subject.of(network), List.of());
        return new NetworkJudgement(
                network,
                worst(verdicts, own),
                Counts.of(verdicts.stream()),
                new NetworkView(
                        Optional.ofNullable(progress.get(network.name())),
                        Map.of(),
                        List.of(),
                        new LinkedHashMap<>(),
                        own),
                own,
                List.of(),
                List.of());
    }

    private static Verdict worst(List<Verdict> verdicts, List<Finding> findings) {
        var all = new ArrayList<>(verdicts);
        findings.forEach(finding -> all.add(finding.verdict()));
        return Verdict.worst(all.stream()).orElse(all.isEmpty() ? Verdict.UNKNOWN : Verdict.MAINTENANCE);
    }

    private static Progress progress(String unit, @Nullable Long head, @Nullable Boolean synced) {
        return new Progress(
                unit,
                Optional.ofNullable(head),
                Optional.empty(),
                Optional.ofNullable(synced),
                Optional.ofNullable(synced),
                Optional.empty(),
                Optional.empty());
    }

    private record NoUrls() implements NodeSettings {
        @Override
        public Set<URI> urls() {
            return Set.of();
        }
    }
}

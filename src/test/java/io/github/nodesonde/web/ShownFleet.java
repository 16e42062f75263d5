package io.github.nodesonde.web;

import io.github.nodesonde.api.TestFleet;
import io.github.nodesonde.health.Branched;
import io.github.nodesonde.health.Branches;
import io.github.nodesonde.health.Counts;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.InBrief;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fleets for pages: that of the API's tests with topics that can be drawn and told in brief, and a large one. */
final class ShownFleet {

    static final String ROOT = "0x" + "ab".repeat(32);
    static final String OTHER_ROOT = "0x" + "cd".repeat(32);

    private ShownFleet() {}

    /** A topic that can be drawn, with hostile text in it. */
    record Parting(String state, List<Group> groups) implements Branched {

        record Group(long headSlot, String headRoot, List<String> nodes) {}

        @Override
        public Branches branches() {
            return new Branches(
                    "slot",
                    Optional.of(new Branches.Point(92, ROOT)),
                    groups.stream()
                            .map(group -> new Branches.Branch(
                                    new Branches.Point(group.headSlot(), group.headRoot()), group.nodes()))
                            .toList(),
                    List.of("a-2"));
        }
    }

    /** A topic that says itself in brief. */
    record Bond(String bondGen, Optional<Long> endsAtEpoch) implements InBrief {

        @Override
        public List<String> inBrief() {
            return List.of("bonded", TestFleet.HOSTILE);
        }
    }

    static Judgements parted() {
        return with(TestFleet.judged());
    }

    /** The same a moment later: a-0 went down. */
    static Judgements changed() {
        Judgements before = parted();
        var nodes = new TreeMap<>(before.nodes());
        nodes.computeIfPresent(
                new NodeId("a-0"),
                (_, node) -> new NodeJudgement(
                        node.seen(),
                        node.view(),
                        Verdict.DOWN,
                        TestFleet.NOW,
                        List.of(Finding.of(
                                Subject.of(node.seen().node()),
                                "unreachable",
                                Verdict.DOWN,
                                "the connection was cut",
                                TestFleet.NOW)),
                        List.of()));
        return of(before, before.version() + 1, before.fleet(), before.networks(), nodes);
    }

    /** Nodes of one network, every tenth of them degraded. */
    static Judgements ofNodes(int number) {
        Judgements small = TestFleet.judged();
        NodeJudgement well = Objects.requireNonNull(small.nodes().get(new NodeId("a-0")));
        NodeJudgement lagging = Objects.requireNonNull(small.nodes().get(new NodeId("a-1")));
        var nodes = new TreeMap<NodeId, NodeJudgement>();
        var listed = new ArrayList<Node>();
        for (int i = 0; i < number; i++) {
            NodeJudgement like = i % 10 == 0 ? lagging : well;
            Node model = like.seen().node();
            var node = new Node(
                    new NodeId("node-%04d".formatted(i)),
                    model.type(),
                    model.network(),
                    model.labels(),
                    model.interval(),
                    model.timeout(),
                    model.skip(),
                    model.credentials(),
                    model.settings());
            listed.add(node);
            nodes.put(
                    node.id(),
                    new NodeJudgement(
                            new NodeSnapshot(
                                    node,
                                    TestFleet.NOW,
                                    like.seen().probes(),
                                    like.seen().rounds()),
                            like.view(),
                            like.verdict(),
                            like.since(),
                            like.findings(),
                            List.of()));
        }
        return of(
                small,
                9,
                new Fleet(new ArrayList<>(small.fleet().networks().values()), listed),
                small.networks(),
                nodes);
    }

    private static Judgements with(Judgements plain) {
        var networks = new TreeMap<>(plain.networks());
        networks.computeIfPresent("alpha-1", (_, network) -> {
            var topics = new LinkedHashMap<>(network.view().topics());
            topics.put(
                    "parting",
                    new Parting(
                            TestFleet.HOSTILE,
                            List.of(
                                    new Parting.Group(100, ROOT, List.of("a-0")),
                                    new Parting.Group(97, OTHER_ROOT, List.of("a-1")))));
            NetworkView view = network.view();
            return new NetworkJudgement(
                    network.network(),
                    network.verdict(),
                    network.nodes(),
                    new NetworkView(view.progress(), view.nodes(), view.readings(), topics, view.findings()),
                    network.findings(),
                    network.derived(),
                    network.versions());
        });
        var nodes = new TreeMap<>(plain.nodes());
        nodes.computeIfPresent(new NodeId("a-0"), (_, node) -> {
            var topics = new LinkedHashMap<>(node.view().topics());
            topics.put("bond", Optional.of(new Bond("42000.000000000000000001", Optional.empty())));
            NodeView view = node.view();
            return new NodeJudgement(
                    node.seen(),
                    new NodeView(view.progress(), view.synced(), view.software(), view.job(), topics),
                    node.verdict(),
                    node.since(),
                    node.findings(),
                    node.derived());
        });
        return of(plain, plain.version(), plain.fleet(), networks, nodes);
    }

    private static Judgements of(
            Judgements like,
            long version,
            Fleet fleet,
            SortedMap<String, NetworkJudgement> networks,
            SortedMap<NodeId, NodeJudgement> nodes) {
        return new Judgements(
                version,
                like.asOf(),
                fleet,
                like.verdict(),
                like.policy(),
                Counts.of(nodes.values().stream().map(NodeJudgement::verdict)),
                like.findings(),
                networks,
                nodes);
    }
}

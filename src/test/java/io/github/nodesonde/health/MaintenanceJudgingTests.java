package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MaintenanceJudgingTests {

    private final Watched watched = new Watched();
    private final OwnFaults faults = new OwnFaults();
    private final Judge judge = new Judge(
            List.of(),
            List.of(new Stale(), new ProbeFailing(), new Unreachable()),
            List.of(new GatewayFault()),
            new FleetHealthProperties(DownWhen.MAJORITY),
            faults);

    @Test
    void nodeInMaintenanceShowsWhatIsFoundAndIsNoneTheWorse() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        answer(nodes, 0);
        fail(nodes.subList(0, 1), 15, 30);

        NodeJudgement node = node(judge(31, before(1), "a"), "a");

        assertThat(node.verdict()).isEqualTo(Verdict.MAINTENANCE);
        assertThat(node.since()).isEqualTo(at(31));
        assertThat(node.findings()).extracting(Finding::rule).contains("unreachable");
    }

    @Test
    void nodeInMaintenanceCountsForNothingInItsNetwork() {
        List<Node> nodes = watched.add("n", "a", "b");
        answer(nodes.subList(1, 2), 0);
        fail(nodes.subList(0, 1), 0, 15);

        Judgements judged = judge(16, before(1), "a");

        assertThat(network(judged, "n").verdict()).isEqualTo(Verdict.UP);
        assertThat(network(judged, "n").nodes().of(Verdict.MAINTENANCE)).isEqualTo(1);
        assertThat(judged.verdict()).isEqualTo(Verdict.UP);
    }

    @Test
    void networkAllOfWhoseNodesAreInMaintenanceIsToo() {
        watched.add("n", "a", "b");
        List<Node> others = watched.add("m", "c");
        answer(others, 0);

        Judgements judged = judge(1, before(0), "a", "b");

        assertThat(network(judged, "n").verdict()).isEqualTo(Verdict.MAINTENANCE);
        assertThat(judged.verdict()).isEqualTo(Verdict.UP);
        assertThat(judge(1, before(0), "a", "b", "c").verdict()).isEqualTo(Verdict.MAINTENANCE);
    }

    @Test
    void whenTheWindowClosesTheVerdictIsThatOfTheFindings() {
        List<Node> nodes = watched.add("n", "a", "b");
        fail(nodes, 0, 15);
        Judgements during = judge(16, before(1), "a");

        NodeJudgement after = node(judge(20, during), "a");

        assertThat(after.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(after.since()).isEqualTo(at(20));
    }

    @Test
    void nodesInMaintenanceArouseNoSuspicionAgainstTheGateway() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        List<Node> others = watched.add("m", "d", "e");
        answer(others, 15);
        fail(nodes, 0, 15);
        assertThat(judge(16, nothing()).findings()).isEmpty();
        fail(others.subList(0, 1), 30);

        assertThat(judge(31, nothing()).findings()).extracting(Finding::rule).containsExactly("gateway-fault");
        assertThat(judge(31, nothing(), "a", "b").findings()).isEmpty();
    }

    @Test
    void snapshotKnowsWhichNodesCount() {
        watched.add("n", "a", "b");
        NetworkSnapshot seen = watched.seen(1)
                .inMaintenance(Set.of(new NodeId("a"), new NodeId("z")))
                .networks()
                .getFirst();

        assertThat(seen.inMaintenance()).containsExactly(new NodeId("a"));
        assertThat(seen.watched())
                .extracting(NodeSnapshot::node)
                .extracting(Node::id)
                .containsExactly(new NodeId("b"));
        assertThat(seen.nodes()).hasSize(2);
    }

    private void answer(List<Node> nodes, long... seconds) {
        nodes.forEach(node -> {
            for (long second : seconds) {
                watched.round(node, second, Watched.ANSWERED);
            }
        });
    }

    private void fail(List<Node> nodes, long... seconds) {
        nodes.forEach(node -> {
            for (long second : seconds) {
                watched.round(node, second, Watched.failed(Reason.UNREACHABLE, "connection refused"));
            }
        });
    }

    private Judgements nothing() {
        return judge.unjudged(0, at(0), List.of());
    }

    private Judgements before(long second) {
        return judge(second, nothing());
    }

    private Judgements judge(long second, Judgements before, String... inMaintenance) {
        Set<NodeId> covered = Stream.of(inMaintenance).map(NodeId::new).collect(Collectors.toSet());
        return judge.judge(watched.fleet(), watched.seen(second).inMaintenance(covered), before);
    }

    private static NodeJudgement node(Judgements judged, String id) {
        return Objects.requireNonNull(judged.nodes().get(new NodeId(id)));
    }

    private static NetworkJudgement network(Judgements judged, String name) {
        return Objects.requireNonNull(judged.networks().get(name));
    }
}

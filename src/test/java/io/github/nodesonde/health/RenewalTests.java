package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a large fleet, a node of which nothing is new keeps its judgement, and nothing that is new is missed. */
class RenewalTests {

    private static final Duration RENEW_AFTER = Duration.ofSeconds(5);
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");

    private final Watched watched = new Watched();
    private List<Node> nodes = List.of();
    private Fleet fleet = Fleet.EMPTY;

    @BeforeEach
    void watch() {
        nodes = watched.add("n", "a", "b");
        fleet = watched.fleet();
        nodes.forEach(node -> watched.round(node, 0, ANSWERED));
    }

    @Test
    void onlyWhoWasAskedAgainIsJudgedAgain() {
        Judgements before = judge(1, nothing());
        watched.round(nodes.getFirst(), 2, ANSWERED);

        Judgements now = judge(2, before);

        assertThat(now.renewedSince(before)).containsExactly(of(now, A));
        assertThat(of(now, B)).isSameAs(of(before, B));
    }

    @Test
    void everybodyIsJudgedAgainNowAndThen() {
        Judgements before = judge(1, nothing());

        assertThat(judge(5, before).renewedSince(before)).isEmpty();
        assertThat(judge(6, before).renewedSince(before)).hasSize(2);
    }

    @Test
    void answerThatGrowsTooOldIsNotKept() {
        long limit = nodes.getFirst().ageLimit().toSeconds();
        Judgements before = judge(limit - 1, nothing());
        assertThat(of(before, A).verdict()).isEqualTo(Verdict.UP);

        Judgements now = judge(limit + 1, before);

        assertThat(of(now, A).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(now.renewedSince(before)).hasSize(2);
    }

    @Test
    void clockThatIsSetBackHasEverybodyJudgedAgain() {
        Judgements before = judge(4, nothing());

        assertThat(judge(3, before).renewedSince(before)).hasSize(2);
    }

    @Test
    void anotherFleetHasEverybodyJudgedAgain() {
        Judgements before = judge(1, nothing());
        watched.add(Watched.node("c", Watched.network("n")));
        fleet = new Fleet(
                fleet.networks().values(),
                List.of(
                        Watched.node("a", Watched.network("n")),
                        Watched.node("b", Watched.network("n")),
                        Watched.node("c", Watched.network("n"))));

        assertThat(judge(2, before).renewedSince(before)).hasSize(3);
    }

    @Test
    void otherSettingsOfTheNetworkHaveItsNodesJudgedAgain() {
        watched.round(nodes.getFirst(), 1, failed(Reason.TIMED_OUT, "late"));
        Judgements before = judge(2, nothing());
        assertThat(of(before, A).verdict()).isEqualTo(Verdict.DEGRADED);
        var stricter = new Network(
                "n", "kind", false, Optional.empty(), 0, 1, Duration.ofSeconds(2), new NetworkSettings.None());
        fleet = new Fleet(List.of(stricter), nodes);

        assertThat(of(judge(3, before), A).verdict()).isEqualTo(Verdict.DOWN);
    }

    @Test
    void whoComesIntoMaintenanceIsJudgedAgain() {
        Judgements before = judge(1, nothing());

        Judgements now = judge().judge(fleet, seen(2).inMaintenance(Set.of(A)), before);

        assertThat(now.renewedSince(before)).containsExactly(of(now, A));
        assertThat(of(now, A).verdict()).isEqualTo(Verdict.MAINTENANCE);
    }

    @Test
    void whatTheLensFindsOnANodeComesAndGoesAtOnce() {
        var lens = new Finder();
        Judge judge = judge(lens);
        Judgements well = judge.judge(fleet, seen(1), nothing());

        lens.finds = true;
        Judgements found = judge.judge(fleet, seen(2), well);
        lens.finds = false;
        Judgements wellAgain = judge.judge(fleet, seen(3), found);

        assertThat(of(found, A).verdict()).isEqualTo(Verdict.DEGRADED);
        assertThat(of(found, B)).isSameAs(of(well, B));
        assertThat(of(wellAgain, A).verdict()).isEqualTo(Verdict.UP);
    }

    @Test
    void failedNodeKeepsItsFindingsWhileNothingIsNew() {
        watched.round(nodes.getFirst(), 1, failed(Reason.TIMED_OUT, "late"));
        Judgements before = judge(2, nothing());

        Judgements now = judge(3, before);

        assertThat(of(now, A).findings()).isNotEmpty();
        assertThat(of(now, A)).isSameAs(of(before, A));
    }

    private Judgements judge(long second, Judgements before) {
        return judge().judge(fleet, seen(second), before);
    }

    private FleetSnapshot seen(long second) {
        return watched.log.snapshot(fleet, at(second), RENEW_AFTER);
    }

    private Judgements nothing() {
        return judge().unjudged(0, at(0), List.of());
    }

    private static NodeJudgement of(Judgements judged, NodeId id) {
        return requireNonNull(judged.nodes().get(id));
    }

    private static Judge judge(NetworkLens... lenses) {
        return new Judge(
                List.of(lenses),
                List.of(new Stale(), new ProbeFailing(), new Unreachable()),
                List.of(),
                new FleetHealthProperties(DownWhen.MAJORITY),
                new OwnFaults());
    }

    /** Finds something on one node, or not. */
    private static final class Finder implements NetworkLens {

        private boolean finds;

        @Override
        public String type() {
            return "kind";
        }

        @Override
        public Set<String> rules() {
            return Set.of("odd");
        }

        @Override
        public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
            return new NetworkView(
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    new LinkedHashMap<>(),
                    finds
                            ? List.of(Finding.of(new Subject.OfNode(A), "odd", Verdict.DEGRADED, "is odd", seen.asOf()))
                            : List.of());
        }
    }
}

package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayFaultTests {

    private static final ProbeResult GONE = failed(Reason.UNREACHABLE, "no route to host");
    private static final ProbeResult SLOW = failed(Reason.TIMED_OUT, "no answer within 6 s");

    private final Watched watched = new Watched();

    @Test
    void whenMostNodesOfTwoNetworksGoSilentTogetherTheGatewayIsSuspected() {
        List<Node> one = answering(watched.add("one", "a", "b", "c"));
        List<Node> two = answering(watched.add("two", "d", "e"));
        fail(one.subList(0, 2), 15, GONE);
        assertThat(judge(16)).isEmpty();

        fail(two.subList(0, 1), 20, SLOW);
        assertThat(judge(21)).hasValueSatisfying(finding -> {
            assertThat(finding.subject()).isEqualTo(Subject.FLEET);
            assertThat(finding.rule()).isEqualTo("gateway-fault");
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.because()).startsWith("3 of 5 nodes cannot be reached");
            assertThat(finding.observed()).contains(3.0);
            assertThat(finding.threshold()).contains(2.5);
        });
    }

    @Test
    void whenTheVeryFirstRoundsFailTogetherTheGatewayIsSuspected() {
        fail(watched.add("one", "a", "b"), 1, GONE);
        fail(watched.add("two", "c"), 2, GONE);

        assertThat(judge(3)).isPresent();
    }

    @Test
    void halfOfTheNodesAreNotEnough() {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 0, GONE);
        answering(watched.add("three", "d", "e", "f"));

        assertThat(judge(1)).isEmpty();
    }

    @Test
    void twoNodesAreNotEnough() {
        fail(watched.add("one", "a"), 0, GONE);
        fail(watched.add("two", "b"), 0, GONE);

        assertThat(judge(1)).isEmpty();
    }

    @Test
    void oneNetworkOfSeveralIsNotEnoughHoweverLarge() {
        fail(watched.add("one", "a", "b", "c", "d"), 0, GONE);
        answering(watched.add("two", "e"));

        assertThat(judge(1)).isEmpty();
    }

    @Test
    void onlyNetworkIsEnoughWhenAllItsNodesFail() {
        List<Node> nodes = watched.add("one", "a", "b", "c");
        fail(nodes, 0, GONE);

        assertThat(judge(1)).isPresent();
    }

    @Test
    void onlyNetworkIsNotEnoughWhenOneOfItsNodesAnswers() {
        List<Node> nodes = watched.add("one", "a", "b", "c", "d");
        fail(nodes.subList(0, 3), 0, GONE);
        answering(nodes.subList(3, 4));

        assertThat(judge(1)).isEmpty();
    }

    @Test
    void networkWithoutNodesIsNoNetworkHere() {
        watched.add(Watched.network("empty"));
        fail(watched.add("one", "a", "b", "c"), 0, GONE);

        assertThat(judge(1)).isPresent();
    }

    @Test
    void nodesThatWereNotAskedYetCountAmongAll() {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 0, GONE);
        watched.add("three", "d", "e", "f");

        assertThat(judge(1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "MALFORMED", "TOO_LARGE", "FORBIDDEN"})
    void nodesThatFailInAnotherWayProveThatTheWayIsOpen(Reason reason) {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 0, failed(reason, ""));

        assertThat(judge(1)).isEmpty();
    }

    @Test
    void nodesThatTheGatewayItselfFailedToAskTellItsOwnFault() {
        ProbeResult ours = failed(Reason.INTERNAL, "no file descriptor left");
        fail(watched.add("one", "a", "b"), 0, ours);
        fail(watched.add("two", "c"), 0, ours);

        assertThat(judge(1))
                .hasValueSatisfying(finding -> assertThat(finding.because())
                        .isEqualTo("3 of 3 nodes could not be asked: a fault of the gateway, no file descriptor left"));
    }

    @Test
    void controlTargetThatIsLostTwiceInARowTellsTheGatewaysFaultHoweverWellItsNodesAnswer() {
        answering(watched.add("one", "a", "b", "c"));
        watched.control(1);
        assertThat(judge(1)).isEmpty();

        watched.control(2);
        assertThat(judge(2)).hasValueSatisfying(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.because()).startsWith("the control target cannot be reached");
        });
        watched.control(0);
        assertThat(judge(3, judge(2))).isEmpty();
    }

    @Test
    void controlTargetThatIsReachedClearsTheGatewayHoweverManyNodesFailTogether() {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 0, GONE);
        Optional<Finding> standing = judge(1);
        assertThat(standing).isPresent();

        watched.control(0);

        assertThat(judge(2, standing)).isEmpty();
    }

    @Test
    void twoIntervalsApartIsTogether() {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 30, GONE);

        assertThat(judge(31)).isPresent();
    }

    @Test
    void moreThanTwoIntervalsApartIsNotTogether() {
        fail(watched.add("one", "a", "b"), 0, GONE);
        fail(watched.add("two", "c"), 31, GONE);

        assertThat(judge(32)).isEmpty();
    }

    @Test
    void oneByOneIsNotTogether() {
        List<Node> nodes = Stream.concat(
                        watched.add("one", "a", "b", "c").stream(), watched.add("two", "d", "e", "f").stream())
                .toList();
        for (int i = 0; i < nodes.size(); i++) {
            fail(nodes.subList(i, i + 1), 20L * i, GONE);
        }

        assertThat(judge(101)).isEmpty();
    }

    @Test
    void nodeThatWasDeadForLongBesideThoseThatFailTogetherDoesNotHideThem() {
        Node dead = watched.add("one", "a").getFirst();
        List<Node> others = watched.add("two", "b", "c", "d");
        List<Node> more = watched.add("three", "e");
        for (int second = 0; second < 600; second += 15) {
            fail(List.of(dead), second, GONE);
            answering(others, second);
            answering(more, second);
        }
        fail(others.subList(0, 2), 600, GONE);
        fail(more, 601, SLOW);

        assertThat(judge(602)).isPresent();
    }

    @Test
    void nodesThatDiedLongAgoAndApartNeverLookAsIfTheyHadDiedTogether() {
        List<Node> one = watched.add("one", "a", "b");
        Node two = watched.add("two", "c").getFirst();
        answering(one, 0);
        answering(List.of(two), 0);
        for (int round = 1; round <= 3 * ObservationLog.ROUNDS_KEPT; round++) {
            fail(one, 15L * round, GONE);
            if (round > ObservationLog.ROUNDS_KEPT) {
                fail(List.of(two), 15L * round, GONE);
            } else {
                answering(List.of(two), 15L * round);
            }
            assertThat(judge(15L * round + 1)).isEmpty();
        }
    }

    @Test
    void networkWhoseNodesFailedLongBeforeIsNoSecondNetwork() {
        List<Node> one = watched.add("one", "a", "b", "c");
        List<Node> two = watched.add("two", "d", "e", "f", "g");
        answering(one.subList(2, 3));
        fail(one.subList(0, 2), 0, GONE);
        fail(two, 100, GONE);

        assertThat(judge(101)).isEmpty();
    }

    @Test
    void slowlyAskedNodeIsTogetherWithQuicklyAskedOnesThatFailedSinceItsLastRounds() {
        Network quick = watched.add(Watched.network("quick"));
        Network slow = watched.add(Watched.network("slow"));
        List<Node> quicks = Stream.of("a", "b")
                .map(id -> watched.add(Watched.node(id, quick, Duration.ofSeconds(2))))
                .toList();
        Node slowOne = watched.add(Watched.node("c", slow, Duration.ofSeconds(60)));
        fail(quicks, 0, GONE);
        fail(List.of(slowOne), 60, GONE);
        assertThat(judge(61)).isPresent();
    }

    @Test
    void quicklyAskedNodesThatFailFarApartAreNotJoinedByASlowlyAskedOne() {
        Network quick = watched.add(Watched.network("quick"));
        Network slow = watched.add(Watched.network("slow"));
        Node first = watched.add(Watched.node("a", quick, Duration.ofSeconds(2)));
        Node second = watched.add(Watched.node("b", quick, Duration.ofSeconds(2)));
        Node slowOne = watched.add(Watched.node("c", slow, Duration.ofSeconds(60)));
        fail(List.of(first), 0, GONE);
        fail(List.of(second), 30, GONE);
        fail(List.of(slowOne), 60, GONE);

        assertThat(judge(61)).isEmpty();
    }

    @Test
    void suspicionStandsWhileHalfFailAndEndsWhenFewerDo() {
        List<Node> one = watched.add("one", "a", "b");
        List<Node> two = watched.add("two", "c", "d");
        fail(one, 0, GONE);
        fail(two, 0, GONE);
        Optional<Finding> standing = judge(1);
        assertThat(standing).isPresent();

        for (int round = 1; round <= 2 * ObservationLog.ROUNDS_KEPT; round++) {
            fail(one, 15L * round, GONE);
            fail(two, 15L * round, SLOW);
        }
        assertThat(judge(400, standing)).isPresent();

        answering(two, 401);
        assertThat(judge(402, standing)).isPresent();

        answering(one.subList(0, 1), 403);
        assertThat(judge(404, standing)).isEmpty();
    }

    @Test
    void suspicionEndsWithTheLastNode() {
        assertThat(judge(
                        0,
                        Optional.of(
                                Finding.of(Subject.FLEET, "gateway-fault", Verdict.UNKNOWN, "because", Watched.START))))
                .isEmpty();
    }

    private Optional<Finding> judge(long second) {
        return judge(second, Optional.empty());
    }

    private Optional<Finding> judge(long second, Optional<Finding> standing) {
        return new GatewayFault().judge(watched.seen(second), standing);
    }

    private List<Node> answering(List<Node> nodes) {
        return answering(nodes, 0);
    }

    private List<Node> answering(List<Node> nodes, long second) {
        nodes.forEach(node -> watched.round(node, second, ANSWERED));
        return nodes;
    }

    private void fail(List<Node> nodes, long second, ProbeResult failure) {
        nodes.forEach(node -> watched.round(node, second, failure));
    }
}

package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.SKIPPED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for every kind of node, together: which of them hold in one situation, and what they say. */
class GenericRulesTests {

    private static final ProbeResult GONE = failed(Reason.UNREACHABLE, "connection refused");
    private static final ProbeResult SLOW = failed(Reason.TIMED_OUT, "no answer within 6 s");
    private static final ProbeResult NONSENSE = failed(Reason.MALFORMED, "the body is not valid JSON");
    private static final List<HealthRule> RULES = List.of(new Stale(), new ProbeFailing(), new Unreachable());

    private final Watched watched = new Watched();
    private final Network network = watched.add(Watched.network("n"));
    private final Node node = watched.add(Watched.node("a", network));

    @Test
    void whenEveryProbeAnswersNothingIsFound() {
        watched.round(node, 0, ANSWERED);

        assertThat(found(1)).isEmpty();
    }

    @Test
    void nodeThatWasNotAskedYetIsStale() {
        assertThat(found(0)).containsExactly("stale unknown: not asked yet");
    }

    @Test
    void nodeThatIsNotWatchedYetIsStale() {
        NodeSnapshot unasked = NodeSnapshot.unasked(node, at(0));

        assertThat(found(unasked)).containsExactly("stale unknown: not asked yet");
    }

    @Test
    void firstFailedRoundIsAFailingProbeAndNoAnswerYet() {
        watched.round(node, 0, GONE);

        assertThat(found(1))
                .containsExactly(
                        "stale unknown: no answer yet, unreachable: connection refused",
                        "probe-failing degraded: a unreachable: connection refused; b unreachable: connection refused");
    }

    @Test
    void firstFailedRoundOfANodeWithFreshAnswersIsAFailingProbeAlone() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 15, SLOW, GONE);

        assertThat(found(16))
                .containsExactly(
                        "probe-failing degraded: a timed-out: no answer within 6 s; b unreachable: connection refused");
    }

    @Test
    void whenEveryProbeFailsTwiceNodeIsUnreachableAndNothingElse() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 15, SLOW);
        watched.round(node, 17, GONE);

        assertThat(found(18)).containsExactly("unreachable down: unreachable: connection refused");
    }

    @Test
    void nodeThatAnswersNonsenseOnlyIsUnreachableForThatReason() {
        watched.round(node, 0, NONSENSE);
        watched.round(node, 2, NONSENSE);

        assertThat(found(3)).containsExactly("unreachable down: malformed: the body is not valid JSON");
    }

    @Test
    void unreachableTakesAsManyFailedRoundsAsTheNetworkSays() {
        var patient =
                new Network("n", "kind", false, Optional.empty(), 0, 3, network.confirmAfter(), network.settings());
        watched.round(node, 0, GONE);
        watched.round(node, 2, GONE);
        assertThat(unreachable(patient)).isEmpty();

        watched.round(node, 17, GONE);
        assertThat(unreachable(patient)).hasValueSatisfying(finding -> {
            assertThat(finding.observed()).contains(3.0);
            assertThat(finding.threshold()).contains(3.0);
        });
    }

    @Test
    void nodeThatStaysDeadNeverTurnsStale() {
        watched.round(node, 0, ANSWERED);
        for (int round = 1; round <= 40; round++) {
            watched.round(node, 15L * round, GONE);
        }

        assertThat(found(10_000)).containsExactly("unreachable down: unreachable: connection refused");
    }

    @Test
    void firstAnswerEndsUnreachable() {
        watched.round(node, 0, GONE);
        watched.round(node, 2, GONE);
        watched.round(node, 17, GONE, ANSWERED);

        assertThat(found(18)).containsExactly("probe-failing degraded: a unreachable: connection refused");
    }

    @Test
    void probeThatNeverAnsweredWhileAnotherDoesIsFailing() {
        watched.round(node, 0, ANSWERED, failed(Reason.REFUSED, "HTTP status 500"));

        assertThat(found(1)).containsExactly("probe-failing degraded: b refused: HTTP status 500");
    }

    @Test
    void probeThatFailsKeepsItsFreshAnswerForAWhile() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 15, ANSWERED, SLOW);
        watched.round(node, 30, ANSWERED, SLOW);
        watched.round(node, 45, ANSWERED, SLOW);
        assertThat(found(45)).isEmpty();

        assertThat(found(46)).containsExactly("probe-failing degraded: b timed-out: no answer within 6 s");
    }

    @Test
    void skippedProbeNeverCounts() {
        watched.round(node, 0, ANSWERED, SLOW);
        watched.round(node, 15, ANSWERED, SKIPPED);

        assertThat(found(16)).isEmpty();
    }

    @Test
    void probeThatDidNotApplyInTheNewestRoundNeverCounts() {
        watched.round(node, 0, ANSWERED, SLOW);
        watched.round(node, 15, Map.of("a", ANSWERED));

        assertThat(found(16)).isEmpty();
    }

    @Test
    void probeThatWasNeverPutNeverCounts() {
        watched.round(node, 0, Map.of("a", ANSWERED));

        assertThat(found(1)).isEmpty();
    }

    @Test
    void answersPastTheAgeLimitAreStale() {
        watched.round(node, 0, ANSWERED);
        assertThat(found(45)).isEmpty();

        assertThat(found(46)).containsExactly("stale unknown: no answer since 2026-01-01T00:00:00Z");
        assertThat(new Stale().judge(watched.seen(node, 50), network, view(), Optional.empty()))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.observed()).contains(50.0);
                    assertThat(finding.threshold()).contains(45.0);
                });
    }

    @Test
    void staleNamesTheNewestFailureWhileAnOutageIsNotConfirmed() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 44, SLOW);

        assertThat(found(46))
                .containsExactly(
                        "stale unknown: no answer since 2026-01-01T00:00:00Z, timed-out: no answer within 6 s",
                        "probe-failing degraded: a timed-out: no answer within 6 s; b timed-out: no answer within 6 s");
    }

    @Test
    void nodeThatNothingIsAskedOfIsStaleAndNotUnreachable() {
        watched.round(node, 0, SKIPPED);
        watched.round(node, 15, SKIPPED);
        watched.round(node, 30, Map.of());

        assertThat(found(31)).containsExactly("stale unknown: no probe applies to this node");
    }

    @Test
    void roundThatSaysNothingDoesNotEndUnreachable() {
        watched.round(node, 0, GONE);
        watched.round(node, 2, GONE);
        watched.round(node, 17, SKIPPED);

        assertThat(found(18)).containsExactly("unreachable down: unreachable: connection refused");
    }

    @Test
    void probeWhoseAnswerAgedFirstIsNamedThoughItDidNotFail() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 15, ANSWERED);
        watched.log.append(node, new Round(at(30), at(36), outcomes(at(30), at(36))));

        assertThat(found(76)).containsExactly("probe-failing degraded: a has not been asked again in time");
    }

    private static SequencedMap<String, Round.Outcome> outcomes(Instant a, Instant b) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("a", new Round.Outcome(ANSWERED, a, Duration.ZERO));
        outcomes.put("b", new Round.Outcome(ANSWERED, b, Duration.ZERO));
        return outcomes;
    }

    @ParameterizedTest
    @ValueSource(longs = {-7200, 7200})
    void clockThatIsSetLeavesNodeUnknownUntilItsNextRoundAndNeverDown(long step) {
        watched.round(node, 10_000, ANSWERED);
        assertThat(found(10_001)).isEmpty();

        assertThat(found(10_002 + step)).singleElement().asString().startsWith("stale unknown: no answer since ");

        watched.round(node, 10_003 + step, ANSWERED);
        assertThat(found(10_004 + step)).isEmpty();
    }

    @Test
    void nodeThatDiesAfterTheClockWasSetBackIsNotKeptGreenByWhatItSaidBefore() {
        watched.round(node, 10_000, ANSWERED);
        watched.round(node, 100, SLOW);
        watched.round(node, 102, SLOW);

        assertThat(found(103)).containsExactly("unreachable down: timed-out: no answer within 6 s");
    }

    private Optional<Finding> unreachable(Network with) {
        return new Unreachable().judge(watched.seen(node, 1000), with, view(), Optional.empty());
    }

    private List<String> found(long second) {
        return found(watched.seen(node, second));
    }

    /** Worst first, each as its rule, its verdict and its words. */
    private List<String> found(NodeSnapshot seen) {
        return RULES.stream()
                .flatMap(rule -> rule.judge(seen, network, view(), Optional.empty()).stream())
                .peek(finding -> assertThat(finding.subject()).isEqualTo(Subject.of(node)))
                .sorted(Finding.ORDER)
                .map(finding -> finding.rule() + " " + finding.verdict().label() + ": " + finding.because())
                .toList();
    }

    private NetworkView view() {
        return Sight.without(watched.seen(0).networks().getFirst()).view();
    }
}

package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.DEGRADED;
import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.MAINTENANCE;
import static io.github.nodesonde.health.Verdict.UNKNOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentTrackerTests {

    private static final NodeId LEAN = new NodeId("n-0");

    private final IncidentTracker tracker = new IncidentTracker(Duration.ofSeconds(60));

    @Test
    void badVerdictThatOutlastsTheHoldOpensAnIncidentFromItsBeginning() {
        assertThat(node(DOWN, 0)).isEmpty();
        assertThat(node(DOWN, 59)).isEmpty();

        assertThat(node(DOWN, 60)).singleElement().satisfies(incident -> {
            assertThat(incident.openedAt()).isEqualTo(Moment.after(0));
            assertThat(incident.closedAt()).isEmpty();
            assertThat(incident.verdict()).isEqualTo(DOWN);
            assertThat(incident.rule()).contains("rule-down");
            assertThat(incident.because()).isEqualTo("because of rule-down");
            assertThat(incident.network()).isEqualTo("net");
            assertThat(incident.id()).hasSize(26);
        });
        assertThat(node(DOWN, 61)).isEmpty();
    }

    @Test
    void shortSpellIsNoIncident() {
        assertThat(node(DOWN, 0)).isEmpty();
        assertThat(node(DOWN, 59)).isEmpty();
        assertThat(node(UP, 59.5)).isEmpty();
        assertThat(node(DOWN, 60)).isEmpty();
        assertThat(node(DOWN, 119)).isEmpty();
    }

    @Test
    void goodVerdictThatOutlastsTheHoldClosesItFromItsBeginning() {
        String id = opened(DOWN).id();

        assertThat(node(UP, 100)).isEmpty();
        assertThat(node(UP, 159)).isEmpty();

        assertThat(node(UP, 160)).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(id);
            assertThat(incident.closedAt()).contains(Moment.after(100));
            assertThat(incident.verdict()).isEqualTo(DOWN);
        });
        assertThat(ofNode(tracker.open())).isEmpty();
    }

    @Test
    void flappingIsOneIncident() {
        opened(DOWN);

        for (int second = 70; second < 700; second += 20) {
            assertThat(node(UP, second)).isEmpty();
            assertThat(node(DOWN, second + 10)).isEmpty();
        }

        assertThat(ofNode(tracker.open())).hasSize(1);
    }

    @Test
    void worstVerdictAndItsCauseAreKept() {
        opened(DEGRADED);

        assertThat(node(DOWN, 70)).singleElement().satisfies(incident -> {
            assertThat(incident.verdict()).isEqualTo(DOWN);
            assertThat(incident.rule()).contains("rule-down");
        });
        assertThat(node(DEGRADED, 80)).isEmpty();

        assertThat(ofNode(tracker.open())).singleElement().satisfies(incident -> {
            assertThat(incident.verdict()).isEqualTo(DOWN);
            assertThat(incident.because()).isEqualTo("because of rule-down");
        });
    }

    @Test
    void whatIsFoundIsTheCauseThoughTheNodeWasUnknownWhileNotAsked() {
        assertThat(node(UNKNOWN, 0)).isEmpty();
        assertThat(asked(DEGRADED, 5)).isEmpty();

        assertThat(asked(DEGRADED, 60)).singleElement().satisfies(incident -> {
            assertThat(incident.verdict()).isEqualTo(DEGRADED);
            assertThat(incident.rule()).contains("rule-degraded");
            assertThat(incident.openedAt()).isEqualTo(Moment.after(0));
        });
    }

    @Test
    void notToHaveBeenAskedYetMakesNoIncidentWorse() {
        opened(DEGRADED);

        assertThat(node(UNKNOWN, 70)).isEmpty();

        assertThat(asked(UNKNOWN, 80))
                .singleElement()
                .satisfies(incident -> assertThat(incident.verdict()).isEqualTo(UNKNOWN));
    }

    @Test
    void networkIsNotUnwellForNodesThatWereNotAskedYetWhereItIsOtherwise() {
        var unasked = new JudgedFleet().plain("net").node("n-0", "net", UNKNOWN, null, null);
        follow(Moment.at(unasked, 0), 0);
        var forked = new JudgedFleet()
                .plain("net")
                .node("n-0", "net", UP, null, null)
                .finding(new Subject.OfNetwork("net"), "split", DEGRADED, "two groups");
        follow(Moment.at(forked, 5), 5);

        assertThat(follow(Moment.at(forked, 60), 60)).singleElement().satisfies(incident -> {
            assertThat(incident.node()).isEmpty();
            assertThat(incident.rule()).contains("split");
        });
    }

    @Test
    void notKnowingIsUnwellAndMaintenanceIsNot() {
        assertThat(opened(UNKNOWN).verdict()).isEqualTo(UNKNOWN);

        node(MAINTENANCE, 100);
        assertThat(node(MAINTENANCE, 160)).singleElement().matches(incident -> !incident.isOpen());
        assertThat(node(MAINTENANCE, 400)).isEmpty();
    }

    @Test
    void whileTheGatewaySuspectsItselfNothingIsOpenedNorClosed() {
        node(DOWN, 0);
        assertThat(follow(Moment.suspect("n-0", DOWN, 30), 30)).isEmpty();
        assertThat(follow(Moment.suspect("n-0", DOWN, 300), 300)).isEmpty();
        assertThat(node(DOWN, 301)).isEmpty();
        assertThat(node(DOWN, 360)).isEmpty();

        assertThat(node(DOWN, 361))
                .singleElement()
                .satisfies(incident -> assertThat(incident.openedAt()).isEqualTo(Moment.after(301)));

        node(UP, 400);
        assertThat(follow(Moment.suspect("n-0", UP, 500), 500)).isEmpty();
        assertThat(node(UP, 501)).isEmpty();
        assertThat(node(UP, 561))
                .singleElement()
                .satisfies(incident -> assertThat(incident.closedAt()).contains(Moment.after(501)));
    }

    @Test
    void nodeThatIsWatchedNoMoreEndsItsIncident() {
        opened(DOWN);

        assertThat(follow(Moment.of("other", UP, 70), 70)).singleElement().satisfies(incident -> {
            assertThat(incident.node()).contains(LEAN);
            assertThat(incident.closedAt()).contains(Moment.after(70));
        });
    }

    @Test
    void networkHasAnIncidentOfItsOwnForItsOwnFindingsAndWhenThePolicyFindsItDown() {
        var forked = new JudgedFleet()
                .plain("net")
                .node("n-0", "net", UP, null, null)
                .finding(new Subject.OfNetwork("net"), "split", DEGRADED, "two groups");
        follow(Moment.at(forked, 0), 0);

        assertThat(follow(Moment.at(forked, 60), 60)).singleElement().satisfies(incident -> {
            assertThat(incident.node()).isEmpty();
            assertThat(incident.network()).isEqualTo("net");
            assertThat(incident.rule()).contains("split");
        });
    }

    @Test
    void networkThatIsDegradedByItsNodesAloneHasNone() {
        node(DEGRADED, 0);

        assertThat(node(DEGRADED, 60))
                .singleElement()
                .satisfies(incident -> assertThat(incident.node()).contains(LEAN));
    }

    @Test
    void jumpOfTheClockMakesNoIncident() {
        follow(Moment.of("n-0", DOWN, 0), 0);

        assertThat(follow(Moment.of("n-0", DOWN, 86_400), 1)).isEmpty();
        assertThat(follow(Moment.of("n-0", DOWN, -86_400), 2)).isEmpty();
        assertThat(follow(Moment.of("n-0", DOWN, -86_342), 60)).isNotEmpty();
    }

    @Test
    void incidentClosedBeforeItsOpeningByTheClockTookNoTime() {
        opened(DOWN);

        follow(Moment.of("n-0", UP, -500), 100);

        assertThat(follow(Moment.of("n-0", UP, -440), 160))
                .singleElement()
                .satisfies(incident -> assertThat(incident.closedAt()).contains(incident.openedAt()));
    }

    @Test
    void incidentThatWasOpenBeforeGoesOn() {
        var before = incident("A", Optional.of(LEAN));

        assertThat(tracker.resume(List.of(before))).isEmpty();
        assertThat(node(DOWN, 0)).isEmpty();
        assertThat(node(DOWN, 100)).isEmpty();
        node(UP, 200);

        assertThat(node(UP, 260)).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("A");
            assertThat(incident.closedAt()).contains(Moment.after(200));
        });
    }

    @Test
    void incidentThatWasOpenBeforeEndsWhereAnotherWasOpenedMeanwhile() {
        Incident newer = opened(DOWN);

        assertThat(tracker.resume(List.of(incident("A", Optional.of(LEAN)))))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.id()).isEqualTo("A");
                    assertThat(incident.closedAt()).contains(newer.openedAt());
                });
        assertThat(ofNode(tracker.open())).containsExactly(newer);
    }

    @Test
    void incidentThatWasOpenBeforeEndsWhenItsNodeIsWatchedNoMore() {
        tracker.resume(List.of(incident("A", Optional.of(new NodeId("gone")))));

        assertThat(node(UP, 0)).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo("A");
            assertThat(incident.closedAt()).contains(Moment.after(0));
        });
    }

    private Incident opened(Verdict verdict) {
        node(verdict, 0);
        return node(verdict, 60).stream()
                .filter(incident -> incident.node().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Only those of the node; the network of one node goes down with it. */
    private List<Incident> node(Verdict verdict, double seconds) {
        return ofNode(follow(Moment.of("n-0", verdict, seconds), seconds));
    }

    /** The same, the node having been asked. */
    private List<Incident> asked(Verdict verdict, double seconds) {
        var fleet = new JudgedFleet()
                .plain("net")
                .node("n-0", "net", verdict, null, null, "rule-" + verdict.label())
                .failed("n-0", Reason.TIMED_OUT);
        return ofNode(follow(Moment.at(fleet, seconds), seconds));
    }

    private static List<Incident> ofNode(List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incident.node().isPresent())
                .toList();
    }

    private List<Incident> follow(Judgements now, double seconds) {
        return tracker.follow(now, (long) (seconds * 1e9)).stream()
                .filter(incident -> incident.node().isPresent() || incident.verdict() == DEGRADED)
                .toList();
    }

    private static Incident incident(String id, Optional<NodeId> node) {
        return new Incident(
                id, node, "net", DOWN, Optional.of("unreachable"), "gone", Moment.after(-1000), Optional.empty());
    }
}

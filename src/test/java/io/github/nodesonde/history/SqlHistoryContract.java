package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.DEGRADED;
import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.MAINTENANCE;
import static io.github.nodesonde.health.Verdict.UNKNOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every database does. */
abstract class SqlHistoryContract {

    private static final NodeId NODE = new NodeId("n-0");
    private static final Period EVER = new Period(Optional.empty(), Optional.empty());
    private static final IncidentFilter ALL =
            new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty(), EVER);
    private static final Paging FIRST = new Paging(0, 50);
    private static final Duration HOLD = Duration.ofSeconds(60);

    /** Of an empty database, the same for each call within one test. */
    abstract HistoryProperties properties() throws Exception;

    @Test
    void changesAreReadBackNewestFirst() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", UP, 1), Moment.of("n-0", DOWN, 2.5))
                    .written();

            assertThat(running.history.changes(NODE, EVER, FIRST))
                    .isEqualTo(new Slice<>(
                            List.of(
                                    new VerdictChange(
                                            Moment.after(2.5),
                                            Optional.of(UP),
                                            Optional.of(DOWN),
                                            Optional.of("rule-down"),
                                            Optional.of("because of rule-down")),
                                    new VerdictChange(
                                            Moment.after(0),
                                            Optional.empty(),
                                            Optional.of(UP),
                                            Optional.empty(),
                                            Optional.empty())),
                            2));
            assertThat(running.history.changes(NODE, EVER, new Paging(1, 1)).items())
                    .singleElement()
                    .matches(change -> change.from().isEmpty());
            assertThat(running.history
                            .changes(NODE, new Period(Optional.of(Moment.after(1)), Optional.empty()), FIRST)
                            .total())
                    .isEqualTo(1);
            assertThat(running.history
                            .changes(NODE, new Period(Optional.empty(), Optional.of(Moment.after(2.5))), FIRST)
                            .total())
                    .isEqualTo(1);
            assertThat(running.history.changes(new NodeId("other"), EVER, FIRST).total())
                    .isZero();
        }
    }

    @Test
    void timeInEachVerdictIsAddedUpAndTheRestIsUnknown() throws Exception {
        try (var running = start()) {
            running.judge(
                            Moment.of("n-0", UP, 0),
                            Moment.of("n-0", DEGRADED, 20),
                            Moment.of("n-0", DOWN, 30),
                            Moment.of("n-0", MAINTENANCE, 35),
                            Moment.of("n-0", UNKNOWN, 36),
                            Moment.of("n-0", UP, 38),
                            Moment.of("n-0", UP, 40))
                    .written();

            Uptime uptime = uptime(running, -60, 100);

            assertThat(uptime.spent())
                    .isEqualTo(Map.of(
                            UP, Duration.ofSeconds(22),
                            DEGRADED, Duration.ofSeconds(10),
                            DOWN, Duration.ofSeconds(5),
                            MAINTENANCE, Duration.ofSeconds(1),
                            UNKNOWN, Duration.ofSeconds(2 + 60 + 60)));
            assertThat(uptime.upRatio()).hasValue(32.0 / 37);
        }
    }

    @Test
    void verdictThatHeldWhenTheWindowBeganCountsWithin() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("n-0", DOWN, 0), Moment.of("n-0", UP, 5), Moment.of("n-0", UP, 30))
                    .written();

            assertThat(uptime(running, 10, 20).in(UP)).isEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void nodeNobodyWatchedIsUnknownAllTheTimeAndHasNoRatio() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("other", UP, 0)).written();

            Uptime uptime = uptime(running, 0, 3600);

            assertThat(uptime.in(UNKNOWN)).isEqualTo(Duration.ofHours(1));
            assertThat(uptime.upRatio()).isEmpty();
        }
    }

    @Test
    void partsOfAWindowAreTheWholeCutUp() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", DOWN, 15), Moment.of("n-0", DOWN, 30))
                    .written();

            assertThat(running.history
                            .uptime(List.of(NODE), Moment.after(0), Moment.after(30), 3)
                            .get(NODE))
                    .extracting(part -> part.in(UP), part -> part.in(DOWN))
                    .containsExactly(
                            tuple(Duration.ofSeconds(10), Duration.ZERO),
                            tuple(Duration.ofSeconds(5), Duration.ofSeconds(5)),
                            tuple(Duration.ZERO, Duration.ofSeconds(10)));
        }
    }

    @Test
    void timeBetweenTwoRunsIsUnknownAndIncidentsGoOn() throws Exception {
        try (var first = start()) {
            first.judge(Moment.of("n-0", DOWN, 0), Moment.of("n-0", DOWN, 60)).written();
        }
        try (var second = start()) {
            second.judge(Moment.of("n-0", UP, 1000)).written();
            second.judge(Moment.of("n-0", UP, 1020), Moment.of("n-0", UP, 1040), Moment.of("n-0", UP, 1060))
                    .judge(Moment.of("n-0", UP, 1085))
                    .written();

            assertThat(uptime(second, 0, 1085).spent())
                    .containsEntry(DOWN, Duration.ofSeconds(60))
                    .containsEntry(UP, Duration.ofSeconds(85))
                    .containsEntry(UNKNOWN, Duration.ofSeconds(940));
            assertThat(ofNode(second)).singleElement().satisfies(incident -> {
                assertThat(incident.openedAt()).isEqualTo(Moment.after(0));
                assertThat(incident.closedAt()).isPresent();
                assertThat(incident.verdict()).isEqualTo(DOWN);
            });
        }
    }

    @Test
    void batchThatComesTwiceIsWrittenOnce() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("other", UP, 0)).written();
            var ledger = new Ledger(running.database);
            var stretch = Stretch.beginning(Moment.after(0));
            var batch = new Batch(
                    stretch,
                    List.of(
                            new Batch.Numbered(1, change(UP, 0)),
                            new Batch.Numbered(2, change(DOWN, 1)),
                            new Batch.Numbered(3, new Entry.OfIncident(incident(1, DOWN)))),
                    Moment.after(2));

            ledger.write(batch);
            ledger.write(batch);
            ledger.write(new Batch(
                    stretch,
                    List.of(new Batch.Numbered(2, change(DOWN, 1)), new Batch.Numbered(4, change(UP, 3))),
                    Moment.after(4)));

            assertThat(running.history.changes(NODE, EVER, FIRST).total()).isEqualTo(3);
            assertThat(running.history.incidents(ALL, FIRST).total()).isEqualTo(1);
        }
    }

    @Test
    void incidentsAreFilteredAndPaged() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("other", UP, 0)).written();
            var ledger = new Ledger(running.database);
            var open = incident(1, DOWN);
            var closed = incident(2, DEGRADED).closed(Moment.after(100));
            var ofNetwork = new Incident(
                    "03",
                    Optional.empty(),
                    "net-2",
                    DOWN,
                    Optional.empty(),
                    "2 of 2 nodes down",
                    Moment.after(3),
                    Optional.empty());
            write(ledger, List.of(open, closed, ofNetwork));

            assertThat(running.history.incidents(ALL, FIRST).items()).containsExactly(ofNetwork, closed, open);
            assertThat(running.history.incidents(ALL, new Paging(1, 2))).isEqualTo(new Slice<>(List.of(open), 3));
            assertThat(found(running, new IncidentFilter(Optional.of(NODE), Optional.empty(), Optional.empty(), EVER)))
                    .containsExactly(closed, open);
            assertThat(found(
                            running,
                            new IncidentFilter(Optional.empty(), Optional.of("net-2"), Optional.empty(), EVER)))
                    .containsExactly(ofNetwork);
            assertThat(found(running, new IncidentFilter(Optional.empty(), Optional.empty(), Optional.of(true), EVER)))
                    .containsExactly(ofNetwork, open);
            assertThat(found(running, new IncidentFilter(Optional.empty(), Optional.empty(), Optional.of(false), EVER)))
                    .containsExactly(closed);
            assertThat(found(running, within(Optional.of(Moment.after(101)), Optional.empty())))
                    .containsExactly(ofNetwork, open);
            assertThat(found(running, within(Optional.empty(), Optional.of(Moment.after(2)))))
                    .containsExactly(open);
        }
    }

    @Test
    void whatIsOldIsForgottenButNotTheVerdictThatHolds() throws Exception {
        try (var running = start()) {
            running.judge(
                            Moment.of("n-0", DOWN, 0),
                            Moment.of("n-0", UP, 10),
                            Moment.of("n-0", UP, 30),
                            Moment.of("n-0", UP, 50))
                    .written();
            var ledger = new Ledger(running.database);
            write(ledger, List.of(incident(1, DOWN), incident(2, DOWN).closed(Moment.after(20))));

            ledger.forget(Moment.after(40), 1000);

            assertThat(running.history.changes(NODE, EVER, FIRST).items())
                    .singleElement()
                    .matches(change -> change.to().equals(Optional.of(UP)));
            assertThat(uptime(running, 40, 50).in(UP)).isEqualTo(Duration.ofSeconds(10));
            assertThat(running.history.incidents(ALL, FIRST).items())
                    .singleElement()
                    .matches(Incident::isOpen);
        }
    }

    @Test
    void tooManyChangesAreForgottenOldestFirst() throws Exception {
        try (var running = start()) {
            for (int second = 0; second < 40; second++) {
                running.judge(Moment.of("n-0", second % 2 == 0 ? UP : DOWN, second));
            }
            running.written();

            new Ledger(running.database).forget(Moment.after(-1000), 30);

            assertThat(running.history.changes(NODE, EVER, FIRST).total()).isBetween(5L, 15L);
        }
    }

    @Test
    void clockSetBackCountsNoMomentTwice() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", UP, 20), Moment.of("n-0", UP, 3600))
                    .judge(Moment.of("n-0", UP, 3620), Moment.of("n-0", DOWN, 40), Moment.of("n-0", DOWN, 50))
                    .written();

            assertThat(uptime(running, 0, 50).spent())
                    .containsEntry(UP, Duration.ofSeconds(20))
                    .containsEntry(DOWN, Duration.ofSeconds(10))
                    .containsEntry(UNKNOWN, Duration.ofSeconds(20));
            assertThat(uptime(running, 0, 7200).spent().values().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void networksAndTheFleetAreRememberedToo() throws Exception {
        try (var running = start()) {
            running.judge(Moment.at(new JudgedFleet().plain("net").node("n-0", "net", DOWN, null, null), 0))
                    .written();

            List<String> subjects =
                    running.database.read(client -> client.sql("SELECT subject FROM verdict_change ORDER BY subject")
                            .query(String.class)
                            .list());

            assertThat(subjects).containsExactly("fleet", "network:net", "node:n-0");
        }
    }

    @Test
    void hundredThousandIncidentsArePagedQuickly() throws Exception {
        try (var running = start()) {
            running.judge(Moment.of("other", UP, 0)).written();
            var ledger = new Ledger(running.database);
            write(
                    ledger,
                    IntStream.range(0, 100_000)
                            .mapToObj(number -> incident(number, DOWN))
                            .toList());

            long before = System.nanoTime();
            var last = running.history.incidents(ALL, new Paging(199, 500));
            var first = running.history.incidents(ALL, FIRST);
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(last.total()).isEqualTo(100_000);
            assertThat(last.items()).hasSize(500);
            assertThat(first.items().getFirst().openedAt()).isEqualTo(Moment.after(99_999));
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
    }

    RunningHistory start() throws Exception {
        return RunningHistory.start(properties(), HOLD);
    }

    private static List<Incident> ofNode(RunningHistory running) {
        return found(running, new IncidentFilter(Optional.of(NODE), Optional.empty(), Optional.empty(), EVER));
    }

    private static List<Incident> found(RunningHistory running, IncidentFilter filter) {
        return running.history.incidents(filter, FIRST).items();
    }

    private static IncidentFilter within(Optional<Instant> since, Optional<Instant> until) {
        return new IncidentFilter(Optional.empty(), Optional.empty(), Optional.empty(), new Period(since, until));
    }

    private static Uptime uptime(RunningHistory running, double from, double to) {
        return running.history.uptime(List.of(NODE), Moment.after(from), Moment.after(to), 1).values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Entry.Change change(Verdict to, double seconds) {
        return new Entry.Change(
                new Subject.OfNode(NODE),
                new VerdictChange(
                        Moment.after(seconds), Optional.empty(), Optional.of(to), Optional.empty(), Optional.empty()));
    }

    private static Incident incident(int number, Verdict verdict) {
        return new Incident(
                "0" + number,
                Optional.of(NODE),
                "net",
                verdict,
                Optional.of("unreachable"),
                "<b>gone</b>",
                Moment.after(number),
                Optional.empty());
    }

    private static void write(Ledger ledger, List<Incident> incidents) {
        var numbered = new ArrayList<Batch.Numbered>();
        incidents.forEach(
                incident -> numbered.add(new Batch.Numbered(numbered.size() + 1L, new Entry.OfIncident(incident))));
        ledger.write(new Batch(Stretch.beginning(Moment.after(0)), numbered, Moment.after(0)));
    }
}

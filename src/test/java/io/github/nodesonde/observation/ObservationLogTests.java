package io.github.nodesonde.observation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationLogTests {

    private final ObservationLog log = new ObservationLog();
    private final Node node = Observations.node("a", Duration.ofSeconds(15));

    @Test
    void watchedNodeIsPendingUntilItIsAsked() {
        log.watch(node, List.of("health", "metrics"));

        NodeSnapshot seen = log.snapshot(node, Observations.NOON);
        assertThat(seen.probes().keySet()).containsExactly("health", "metrics");
        assertThat(seen.probes().values()).allSatisfy(state -> {
            assertThat(state.newest()).isEmpty();
            assertThat(state.answer()).isEmpty();
        });
        assertThat(seen.rounds()).isEmpty();
    }

    @Test
    void unwatchedNodeIsUnasked() {
        log.append(node, Observations.round(0, Map.of("health", Observations.answered(1))));

        assertThat(log.snapshot(node, Observations.NOON)).isEqualTo(NodeSnapshot.unasked(node, Observations.NOON));
    }

    @Test
    void failureKeepsTheLastAnswerAndIsCounted() {
        log.watch(node, List.of("health"));
        log.append(node, Observations.round(0, Map.of("health", Observations.answered(1))));
        log.append(node, Observations.round(15, Map.of("health", Observations.FAILED)));
        log.append(node, Observations.round(30, Map.of("health", Observations.FAILED)));

        ProbeState state = health();
        assertThat(state.answer()).contains(Observations.answered(1));
        assertThat(state.answeredAt()).contains(Observations.NOON);
        assertThat(state.newest().orElseThrow().at()).isEqualTo(Observations.NOON.plusSeconds(30));
        assertThat(state.failures()).isEqualTo(Map.of(Reason.TIMED_OUT, 2L));
    }

    @Test
    void skipForgetsTheAnswer() {
        log.watch(node, List.of("health"));
        log.append(node, Observations.round(0, Map.of("health", Observations.answered(1))));
        log.append(node, Observations.round(15, Map.of("health", new ProbeResult.Skipped("no such endpoint"))));

        assertThat(health().answer()).isEmpty();
        assertThat(health().answeredAt()).isEmpty();
    }

    @Test
    void reportIsKeptOfTheNewestAnswerAndOfRoundsNoMoreThanIsMemorable() {
        log.watch(node, List.of("tree", "weather"));
        var told = new LinkedHashMap<String, ProbeResult>();
        told.put("tree", reporting(new Tree(7, "a lot")));
        told.put("weather", reporting(new Weather("rain")));
        log.append(node, Observations.round(0, told));

        NodeSnapshot seen = log.snapshot(node, Observations.NOON);
        assertThat(seen.report("tree", Tree.class)).contains(new Tree(7, "a lot"));
        assertThat(seen.report("weather", Weather.class)).contains(new Weather("rain"));
        assertThat(kept(seen.rounds().getFirst(), "tree")).isEqualTo(reporting(new Height(7)));
        assertThat(kept(seen.rounds().getFirst(), "weather")).isEqualTo(NOTHING_KEPT);
    }

    @Test
    void readingsOfRememberedSignalsAreKeptOfEveryRoundAndOthersOfTheNewestAnswer() {
        Signal tip = Signal.gauge("tip", "blocks", "Its newest block.").rememberedInRounds();
        log.watch(node, List.of("health"));
        for (int i = 0; i < 3; i++) {
            List<Reading> both =
                    List.of(Reading.reported(node, tip, i), Reading.reported(node, Observations.HEIGHT, i));
            log.append(
                    node,
                    Observations.round(
                            15L * i,
                            Map.of("health", new ProbeResult.Answered(both, Optional.empty(), Optional.empty()))));
        }

        NodeSnapshot seen = log.snapshot(node, Observations.NOON.plusSeconds(30));
        assertThat(seen.value(Observations.HEIGHT)).hasValue(2);
        assertThat(seen.rounds())
                .extracting(round -> ((ProbeResult.Answered) kept(round, "health")).readings())
                .containsExactly(
                        List.of(Reading.reported(node, tip, 2)),
                        List.of(Reading.reported(node, tip, 1)),
                        List.of(Reading.reported(node, tip, 0)));
    }

    @Test
    void whatCameOfAProbeAgainIsKeptOnce() {
        log.watch(node, List.of("health"));
        for (int i = 0; i < 2; i++) {
            log.append(
                    node,
                    Observations.round(
                            15L * i,
                            Map.of("health", new ProbeResult.Failed(Reason.REFUSED, "HTTP status " + (502 + i / 2)))));
        }

        List<Round> rounds = log.snapshot(node, Observations.NOON).rounds();
        assertThat(kept(rounds.get(0), "health")).isSameAs(kept(rounds.get(1), "health"));
        assertThat(requireNonNull(rounds.get(0).outcomes().get("health")).at())
                .isEqualTo(Observations.NOON.plusSeconds(15));
    }

    private static final ProbeResult NOTHING_KEPT =
            new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty());

    private static ProbeResult reporting(Record report) {
        return new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(report));
    }

    private static ProbeResult kept(Round round, String probe) {
        return requireNonNull(round.outcomes().get(probe)).result();
    }

    private record Tree(int height, String branches) implements Memorable {

        @Override
        public Optional<Record> remembered() {
            return Optional.of(new Height(height));
        }
    }

    private record Height(int blocks) {}

    private record Weather(String now) {}

    @Test
    void newestTwelveRoundsAreKeptNewestFirstWithoutPages() {
        log.watch(node, List.of("metrics"));
        for (int i = 0; i < 20; i++) {
            var paged = new ProbeResult.Answered(List.of(), Optional.of(Page.EMPTY), Optional.empty());
            log.append(node, Observations.round(15L * i, Map.of("metrics", paged)));
        }

        NodeSnapshot seen = log.snapshot(node, Observations.NOON);
        assertThat(seen.rounds()).hasSize(ObservationLog.ROUNDS_KEPT);
        assertThat(seen.rounds().getFirst().startedAt()).isEqualTo(Observations.NOON.plusSeconds(15 * 19));
        assertThat(seen.rounds())
                .allSatisfy(round -> assertThat(
                                requireNonNull(round.outcomes().get("metrics")).result())
                        .isEqualTo(new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty())));
        assertThat(requireNonNull(seen.probes().get("metrics"))
                        .answer()
                        .orElseThrow()
                        .page())
                .contains(Page.EMPTY);
    }

    @Test
    void probesStandInTheOrderAskedThoseThatCameLaterToo() {
        log.watch(node, List.of("health", "genesis"));
        var outcomes = new LinkedHashMap<String, ProbeResult>();
        outcomes.put("health", Observations.answered(1));
        outcomes.put("metrics", Observations.answered(2));
        outcomes.put("genesis", Observations.FAILED);
        log.append(node, Observations.round(0, outcomes));

        assertThat(log.snapshot(node, Observations.NOON).probes().keySet())
                .containsExactly("health", "metrics", "genesis");
    }

    @Test
    void unchangedNodeKeepsItsHistoryChangedOneStartsAnew() {
        log.watch(node, List.of("health"));
        log.append(node, Observations.round(0, Map.of("health", Observations.answered(1))));
        log.watch(Observations.node("a", Duration.ofSeconds(15)), List.of("health"));
        assertThat(log.snapshot(node, Observations.NOON).rounds()).hasSize(1);

        Node changed = Observations.node("a", Duration.ofSeconds(4));
        log.watch(changed, List.of("health"));
        log.append(node, Observations.round(15, Map.of("health", Observations.answered(2))));
        assertThat(log.snapshot(changed, Observations.NOON).rounds()).isEmpty();
        assertThat(log.snapshot(node, Observations.NOON).probes()).isEmpty();
    }

    @Test
    void goneNodesAreForgotten() {
        log.watch(node, List.of("health"));
        log.retain(Fleet.EMPTY);

        assertThat(log.snapshot(node, Observations.NOON).probes()).isEmpty();
    }

    @Test
    void everyChangeIsCounted() {
        long before = log.changes();
        log.watch(node, List.of("health"));
        log.append(node, Observations.round(0, Map.of("health", Observations.answered(1))));
        log.retain(Fleet.EMPTY);

        assertThat(log.changes()).isEqualTo(before + 3);
    }

    private ProbeState health() {
        return requireNonNull(log.snapshot(node, Observations.NOON).probes().get("health"));
    }
}

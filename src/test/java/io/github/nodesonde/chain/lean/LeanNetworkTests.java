package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.client.LeanGenesis;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.ClockTopic;
import io.github.nodesonde.chain.lean.network.GenesisTopic;
import io.github.nodesonde.chain.lean.network.HeadTopic;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the network shows, and the findings that follow. */
class LeanNetworkTests {

    private final LeanLens lens = new LeanLens(Scene.CLIENTS);
    private final List<HealthRule> rules = List.of(
            new ClockSkewRule(Scene.CLIENTS),
            new HeadRegressionRule(),
            new RestartedRule(),
            new SyncDisagreementRule(),
            new WrongGenesisRule(),
            new LaggingRule());
    private final Node a = Scene.node("lean-a");
    private final Node b = Scene.node("lean-b");
    private final Node c = Scene.node("lean-c");
    private Optional<NetworkView> view = Optional.empty();

    @Test
    void chainThatStandsStillForThreeRoundsOfEveryWitnessPutsTheNetworkDown() {
        var scene = new Scene().with(a).with(b);
        for (long slot = 100; slot < 103; slot++) {
            assertThat(look(scene, slot).findings()).isEmpty();
            scene.told(a, Scene.slot(slot), 91, true).told(b, Scene.slot(slot), 90, true);
            look(scene, slot);
        }

        assertThat(look(scene, 102).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("chain-stall");
            assertThat(finding.verdict()).isEqualTo(Verdict.DOWN);
            assertThat(finding.because()).isEqualTo("the highest head, slot 91, is 11 behind the wall slot");
        });

        scene.told(a, Scene.slot(103), 103, true);
        assertThat(look(scene, 103).findings()).isEmpty();
    }

    @Test
    void nodeInMaintenanceCountsForNothingAndIsShownAllTheSame() {
        var scene = new Scene().with(a).with(b).with(c);
        scene.told(a, Scene.slot(100), 100, true)
                .told(b, Scene.slot(100), 99, true)
                .told(c, Scene.slot(100), 50, false);

        NetworkView all = look(scene, 100);
        NetworkView without = lens.view(
                new FleetSnapshot(Scene.slot(100), List.of(scene.snapshot(Scene.slot(100))), Optional.empty())
                        .inMaintenance(Set.of(c.id()))
                        .networks()
                        .getFirst(),
                Optional.empty());

        assertThat(head(all).minSlot()).contains(50L);
        assertThat(head(without).minSlot()).contains(99L);
        assertThat(head(without).lagging()).isEmpty();
        assertThat(Objects.requireNonNull(without.nodes().get(c.id()))
                        .progress()
                        .flatMap(Progress::head))
                .contains(50L);
    }

    @Test
    void nodeAtOddsWithItselfForThreeRoundsIsTold() {
        var scene = new Scene().with(a).with(b);
        for (long slot = 100; slot < 103; slot++) {
            scene.told(a, Scene.slot(slot), 80, true).told(b, Scene.slot(slot), slot, true);
            look(scene, slot);
            assertThat(found(scene, a, slot).contains("sync-disagreement")).isEqualTo(slot == 102);
        }
        scene.told(a, Scene.slot(103), 103, true);
        look(scene, 103);
        assertThat(found(scene, a, 103)).isEmpty();
    }

    @Test
    void headThatFallsWithoutARestartIsToldForTenRoundsAndCounted() {
        var scene = new Scene().with(a);
        round(scene, a, 1, 100, 1_000);
        assertThat(falls(look(scene, 1))).contains(0.0);
        round(scene, a, 2, 98, 1_000);
        assertThat(falls(look(scene, 2))).as("by two").contains(0.0);
        round(scene, a, 3, 90, 1_000);
        assertThat(falls(look(scene, 3))).contains(1.0);
        assertThat(falls(look(scene, 3))).as("looked at twice").contains(1.0);
        assertThat(found(scene, a, 3)).containsExactly("head-regression");
        for (long slot = 4; slot <= 13; slot++) {
            round(scene, a, slot, 91, 1_000);
            look(scene, slot);
            assertThat(found(scene, a, slot).contains("head-regression"))
                    .as("slot %s", slot)
                    .isEqualTo(slot < 13);
        }
        assertThat(falls(look(scene, 13))).contains(1.0);
    }

    @Test
    void headThatFallsWithARestartIsNoRegression() {
        var scene = new Scene().with(a);
        round(scene, a, 1, 100, 1_000);
        look(scene, 1);
        round(scene, a, 2, 10, 2_000);

        assertThat(falls(look(scene, 2))).contains(0.0);
        assertThat(found(scene, a, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "leanspec-issue, 101, false",
        "leanspec-issue, 102, true",
        "leanspec-issue, 98, true",
        "leanspec, 97, false",
        "leanspec, 96, true",
        "zeam, 98, true",
        "ream, 50, false"
    })
    void clockIsSkewedBeyondWhatTheClientMayBeOff(String client, long current, boolean skewed) {
        Node node = Scene.node("lean-0", Optional.of(client));
        var scene = new Scene().with(node).metrics(node, Scene.slot(100), Map.of(NodeSignals.SLOT_CURRENT, (double)
                current));

        NetworkView seen = look(scene, 100);

        assertThat(ClockTopic.in(seen).orElseThrow().skewed().isEmpty()).isNotEqualTo(skewed);
        assertThat(found(scene, node, 100).contains("clock-skew")).isEqualTo(skewed);
        assertThat(seen.readings().stream().anyMatch(reading -> reading.signal().equals(LeanSignals.NODE_CLOCK_SKEW)))
                .isEqualTo(!client.equals("ream"));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "599, true", "600, false", "-5, false"})
    void processOfTheLastTenMinutesIsTold(long age, boolean told) {
        var scene = new Scene().with(a);
        scene.metrics(a, Scene.slot(100), Map.of(NodeSignals.PROCESS_START_TIME, (double)
                (Scene.slot(100).getEpochSecond() - age)));
        look(scene, 100);

        assertThat(found(scene, a, 100).contains("restarted")).isEqualTo(told);
    }

    @Test
    void nodeOfAnotherChainIsToldAndCountsForNothing() {
        var scene = new Scene().with(a).with(b);
        genesis(scene, a, Scene.GENESIS, Optional.empty(), 100);
        genesis(scene, b, Scene.GENESIS.minusSeconds(4_000), Optional.empty(), 1_100);

        NetworkView seen = look(scene, 100);

        assertThat(GenesisTopic.in(seen).orElseThrow().mismatched())
                .containsExactly(new GenesisTopic.Mismatched(
                        "lean-b", Optional.of(Scene.GENESIS.minusSeconds(4_000)), "genesis-time"));
        assertThat(found(scene, b, 100)).containsExactly("wrong-genesis");
        assertThat(found(scene, a, 100)).isEmpty();
        assertThat(HeadTopic.in(seen).orElseThrow().maxSlot()).contains(100L);
    }

    @Test
    void genesisIsLearnedFromMostNodesWhereTheInventoryDoesNotSay() {
        var scene = new Scene(unknown()).with(a).with(b).with(c);
        assertThat(ClockTopic.in(look(scene, 100)).orElseThrow().genesisSource())
                .isEmpty();

        genesis(scene, a, Scene.GENESIS, Optional.empty(), 100);
        genesis(scene, b, Scene.GENESIS, Optional.empty(), 100);
        genesis(scene, c, Scene.GENESIS.plusSeconds(1), Optional.empty(), 100);
        ClockTopic clock = ClockTopic.in(look(scene, 100)).orElseThrow();

        assertThat(clock.genesisSource()).contains("node");
        assertThat(clock.genesisAt()).contains(Scene.GENESIS);
        assertThat(clock.slot()).contains(100L);
        assertThat(GenesisTopic.in(look(scene, 100)).orElseThrow().mismatched())
                .extracting(GenesisTopic.Mismatched::node)
                .containsExactly("lean-c");
    }

    @Test
    void whereNodesAreDividedOverGenesisAllAreMismatchedAndNobodyKnows() {
        var scene = new Scene(unknown()).with(a).with(b);
        genesis(scene, a, Scene.GENESIS, Optional.empty(), 100);
        genesis(scene, b, Scene.GENESIS.plusSeconds(1), Optional.empty(), 100);

        NetworkView seen = look(scene, 100);

        assertThat(GenesisTopic.in(seen).orElseThrow().mismatched()).hasSize(2);
        assertThat(ClockTopic.in(seen).orElseThrow().slot()).isEmpty();
        assertThat(ClockTopic.in(seen).orElseThrow().genesisSource()).isEmpty();
    }

    @Test
    void nodeWhoseRegistryHasAnotherSizeIsOfAnotherChain() {
        var scene = new Scene().with(a).with(b).with(c);
        genesis(scene, a, Scene.GENESIS, Optional.of(9L), 100);
        genesis(scene, b, Scene.GENESIS, Optional.of(9L), 100);
        genesis(scene, c, Scene.GENESIS, Optional.of(4L), 100);

        assertThat(GenesisTopic.in(look(scene, 100)).orElseThrow().mismatched())
                .containsExactly(new GenesisTopic.Mismatched("lean-c", Optional.of(Scene.GENESIS), "validator-count"));
        assertThat(value(look(scene, 100), LeanSignals.NETWORK_VALIDATORS)).contains(9.0);
    }

    @ParameterizedTest
    @CsvSource({"true, 6, true", "true, 5, false", "false, 5, "})
    void quorumIsTwoThirdsOfTheRegistryAndOnlyOfACompleteFleet(boolean complete, int running, @Nullable Boolean met) {
        var scene = new Scene(new Network(
                        "devnet", "lean", complete, Optional.empty(), 0, 2, Duration.ofSeconds(2), Scene.SETTINGS))
                .with(a)
                .with(b);
        genesis(scene, a, Scene.GENESIS, Optional.of(9L), 100);
        page(scene, b, "lean_node_info{name=\"zeam\"} 1\nlean_head_slot 100\nlean_validators_count " + running + "\n");

        NetworkView seen = look(scene, 100);

        assertThat(value(seen, LeanSignals.NETWORK_VALIDATORS_PRESENT)).contains((double) running);
        assertThat(value(seen, LeanSignals.NETWORK_QUORUM_RATIO).isPresent()).isEqualTo(complete);
        assertThat(seen.findings().stream().map(Finding::rule).toList())
                .isEqualTo(Boolean.FALSE.equals(met) ? List.of("no-quorum") : List.of());
    }

    @Test
    void networkWithoutAggregatorIsToldInTheThirdRound() {
        var scene = new Scene().with(a);
        for (long slot = 100; slot < 103; slot++) {
            scene.round(
                    a,
                    Scene.slot(slot),
                    Scene.json(200, "{\"status\":\"healthy\"}"),
                    Optional.of(
                            Scene.page("lean_node_info{name=\"zeam\"} 1\nlean_is_aggregator 0\n", Scene.slot(slot))));
            assertThat(look(scene, slot).findings().isEmpty()).isEqualTo(slot < 102);
        }
        assertThat(look(scene, 102).findings()).extracting(Finding::rule).containsExactly("no-aggregator");
        assertThat(value(look(scene, 102), LeanSignals.NETWORK_AGGREGATORS)).contains(0.0);
    }

    @Test
    void headOfASlotYetToComeDoesNotCountForTheOthers() {
        var scene = new Scene().with(a).with(b).with(c);
        scene.told(a, Scene.slot(100), 100, true)
                .told(b, Scene.slot(100), 99, true)
                .told(c, Scene.slot(100), 1L << 50, true);

        NetworkView seen = look(scene, 100);

        assertThat(HeadTopic.in(seen).orElseThrow().maxSlot()).contains(100L);
        assertThat(HeadTopic.in(seen).orElseThrow().lagging()).isEmpty();
    }

    private void page(Scene scene, Node node, String text) {
        scene.round(
                node,
                Scene.slot(100),
                Scene.json(200, "{\"status\":\"healthy\"}"),
                Optional.of(Scene.page(text, Scene.slot(100))));
    }

    private static void genesis(Scene scene, Node node, Instant at, Optional<Long> validators, long head) {
        var results = new LinkedHashMap<String, ProbeResult>();
        results.put(LeanMetricsProbe.NAME, told(node, Map.of(NodeSignals.SLOT_HEAD, (double) head)));
        results.put(
                LeanGenesisProbe.NAME,
                new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(new LeanGenesis(at, validators))));
        scene.round(node, Scene.slot(100), results);
    }

    private static void round(Scene scene, Node node, long slot, double head, double startedAt) {
        scene.metrics(
                node, Scene.slot(slot), Map.of(NodeSignals.SLOT_HEAD, head, NodeSignals.PROCESS_START_TIME, startedAt));
    }

    private static ProbeResult told(Node node, Map<Signal, Double> values) {
        return new ProbeResult.Answered(
                values.entrySet().stream()
                        .map(told -> Reading.reported(node, told.getKey(), told.getValue()))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private static LeanNetworkSettings unknown() {
        return new LeanNetworkSettings(
                Optional.empty(), Scene.SLOT, Optional.empty(), HeadLimits.DEFAULT, ForkLimits.DEFAULT);
    }

    private NetworkView look(Scene scene, long slot) {
        NetworkView now = lens.view(scene.snapshot(Scene.slot(slot)), view);
        view = Optional.of(now);
        return now;
    }

    /** The findings of a node in the newest look. */
    private List<String> found(Scene scene, Node node, long slot) {
        NetworkSnapshot seen = scene.snapshot(Scene.slot(slot));
        return rules.stream()
                .flatMap(rule -> rule
                        .judge(
                                scene.snapshot(node, Scene.slot(slot)),
                                seen.network(),
                                view.orElseThrow(),
                                Optional.empty())
                        .stream())
                .map(Finding::rule)
                .toList();
    }

    private static HeadTopic head(NetworkView view) {
        return HeadTopic.in(view).orElseThrow();
    }

    private static Optional<Double> falls(NetworkView view) {
        return value(view, LeanSignals.NODE_HEAD_REGRESSIONS);
    }

    private static Optional<Double> value(NetworkView view, Signal signal) {
        return view.readings().stream()
                .filter(reading -> reading.signal().equals(signal))
                .map(Reading::value)
                .findFirst();
    }
}

package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanRulesTests {

    private final LeanLens lens = new LeanLens(Scene.CLIENTS);
    private final Node node = Scene.node("lean-0");
    private final Node other = Scene.node("lean-1");
    private final Scene scene = new Scene().with(node).with(other);

    @Test
    void nodeThatSaysItIsNotSyncedIsDegraded() {
        scene.told(node, Scene.slot(10), 9, false);

        assertThat(judge(new NotSyncedRule(), Scene.slot(10)))
                .contains(Finding.of(
                        Subject.of(node),
                        "not-synced",
                        Verdict.DEGRADED,
                        "the node says that it is not synced",
                        Scene.slot(10)));
    }

    @Test
    void nodeThatIsSyncedOrDoesNotTellOrTellsNoMoreIsLeftAlone() {
        assertThat(judge(new NotSyncedRule(), Scene.slot(10))).as("never asked").isEmpty();

        scene.told(node, Scene.slot(10), 9, true);
        assertThat(judge(new NotSyncedRule(), Scene.slot(10))).as("synced").isEmpty();

        scene.told(node, Scene.slot(11), 9, false);
        assertThat(judge(new NotSyncedRule(), Scene.slot(20))).as("long ago").isEmpty();
    }

    @Test
    void nodeTooFarBehindTheHighestHeadIsDegraded() {
        scene.told(node, Scene.slot(100), 94, true).told(other, Scene.slot(100), 100, true);

        assertThat(judge(new LaggingRule(), Scene.slot(100)))
                .contains(Finding.of(
                                Subject.of(node),
                                "lagging",
                                Verdict.DEGRADED,
                                "head slot 94 is 6 behind the network's 100",
                                Scene.slot(100))
                        .measured(6, 4));
    }

    @Test
    void nodeAsFarBehindAsIsAllowedIsLeftAlone() {
        scene.told(node, Scene.slot(100), 96, true).told(other, Scene.slot(100), 100, true);

        assertThat(judge(new LaggingRule(), Scene.slot(100))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "4, 4", "5, 5", "8, 5", "9, 6", "15, 7"})
    void nodeAskedLessOftenThanOnceASlotIsGivenTheSlotsBetweenItsRounds(long interval, long allowed) {
        assertThat(Scene.SETTINGS.lagAllowed(Duration.ofSeconds(interval))).isEqualTo(allowed);
    }

    @Test
    void nodeWithoutPeersInTwoRoundsIsIsolated() {
        peers(1, 0);
        assertThat(judge(new IsolatedRule(), Scene.slot(10))).as("one round").isEmpty();

        peers(2, 0);
        assertThat(judge(new IsolatedRule(), Scene.slot(2)))
                .contains(Finding.of(
                                Subject.of(node),
                                "isolated",
                                Verdict.DEGRADED,
                                "no peer connected, in two rounds",
                                Scene.slot(2))
                        .measured(0, 0));
    }

    @Test
    void oneRoundWithAPeerEndsIsolation() {
        peers(1, 0);
        peers(2, 0);
        peers(3, 1);
        assertThat(judge(new IsolatedRule(), Scene.slot(3))).isEmpty();

        peers(4, 0);
        assertThat(judge(new IsolatedRule(), Scene.slot(4)))
                .as("one round since")
                .isEmpty();
    }

    @Test
    void roundsThatDoNotTellPeersDoNotCountBetween() {
        peers(1, 0);
        scene.told(node, Scene.slot(2), 2, true);
        peers(3, 0);

        assertThat(judge(new IsolatedRule(), Scene.slot(3))).isPresent();
    }

    @Test
    void nodeThatNoLongerTellsItsPeersIsNotIsolated() {
        peers(1, 0);
        peers(2, 0);

        assertThat(judge(new IsolatedRule(), Scene.slot(6))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19.9, false", "20, true", "3600, true", "-3600, false"})
    void nodeHasTwentySecondsToFindPeers(double age, boolean isolated) {
        Instant at = Scene.slot(100);
        double started = at.getEpochSecond() - age;
        peers(at.minusSeconds(4), Map.of(NodeSignals.PEERS_CONNECTED, 0.0, NodeSignals.PROCESS_START_TIME, started));
        peers(at, Map.of(NodeSignals.PEERS_CONNECTED, 0.0, NodeSignals.PROCESS_START_TIME, started));

        assertThat(judge(new IsolatedRule(), at).isPresent()).isEqualTo(isolated);
    }

    @Test
    void nodeThatDoesNotTellWhenItStartedIsGivenTheBenefitOfTheDoubt() {
        peers(Scene.slot(1), Map.of(NodeSignals.PEERS_CONNECTED, 0.0));
        peers(Scene.slot(2), Map.of(NodeSignals.PEERS_CONNECTED, 0.0));

        assertThat(judge(new IsolatedRule(), Scene.slot(2))).isEmpty();
    }

    @Test
    void onlyNodeOfANetworkIsNeverIsolated() {
        Map<Signal, Double> alone = Map.of(NodeSignals.PEERS_CONNECTED, 0.0, NodeSignals.PROCESS_START_TIME, (double)
                Scene.GENESIS.minusSeconds(60).getEpochSecond());
        var single = new Scene().with(node).metrics(node, Scene.slot(1), alone).metrics(node, Scene.slot(2), alone);

        assertThat(judge(single, new IsolatedRule(), Scene.slot(2))).isEmpty();
    }

    @Test
    void rulesAreForLeanNodesAlone() {
        assertThat(new HealthRule[] {new NotSyncedRule(), new IsolatedRule(), new LaggingRule()})
                .allMatch(rule -> rule.appliesTo("lean") && !rule.appliesTo("other"));
    }

    private void peers(long slot, double peers) {
        double started = (double) Scene.GENESIS.minusSeconds(60).getEpochSecond();
        peers(Scene.slot(slot), Map.of(NodeSignals.PEERS_CONNECTED, peers, NodeSignals.PROCESS_START_TIME, started));
    }

    private void peers(Instant at, Map<Signal, Double> values) {
        scene.metrics(node, at, values);
    }

    private Optional<Finding> judge(HealthRule rule, Instant asOf) {
        return judge(scene, rule, asOf);
    }

    private Optional<Finding> judge(Scene of, HealthRule rule, Instant asOf) {
        NetworkSnapshot seen = of.snapshot(asOf);
        NetworkView view = lens.view(seen, Optional.empty());
        return rule.judge(of.snapshot(node, asOf), of.network(), view, Optional.empty());
    }
}

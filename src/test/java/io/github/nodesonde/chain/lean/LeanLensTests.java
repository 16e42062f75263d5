package io.github.nodesonde.chain.lean;

import static io.github.nodesonde.chain.lean.Scene.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.HeadTopic;
import io.github.nodesonde.chain.lean.network.HeadTopic.Lagging;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeanLensTests {

    private static final LeanNetworkSettings WITHOUT_GENESIS = new LeanNetworkSettings(
            Optional.empty(), Scene.SLOT, Optional.empty(), HeadLimits.DEFAULT, ForkLimits.DEFAULT);

    private final LeanLens lens = new LeanLens(Scene.CLIENTS);
    private final Node a = Scene.node("lean-a");
    private final Node b = Scene.node("lean-b");
    private final Node c = Scene.node("lean-c");

    @Test
    void nodeThatNeverAnsweredIsKnownOnlyByTheClock() {
        NetworkView view = lens.view(new Scene().with(a).snapshot(Scene.slot(100)), Optional.empty());

        assertThat(progress(view, a)).isEqualTo(progress(Optional.empty(), Optional.of(100L), Optional.empty()));
        assertThat(view.progress()).contains(progress(Optional.empty(), Optional.of(100L), Optional.empty()));
        assertThat(lines(view))
                .containsExactly("devnet nodesonde_network_clock_slot 100.0 derived: slots passed since genesis");
        NodeView node = node(view, a);
        assertThat(node.software()).isEqualTo(Software.UNKNOWN);
        assertThat(node.job()).isEqualTo("lean");
        assertThat(node.topics())
                .containsExactly(entry("client", Optional.empty()), entry("clientSource", Optional.empty()));
        assertThat(view.topics().sequencedKeySet())
                .containsExactly("clock", "head", "finality", "forks", "quorum", "aggregators", "peers", "genesis");
        assertThat(head(view))
                .isEqualTo(new HeadTopic(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertThat(view.findings()).isEmpty();
    }

    @Test
    void withoutGenesisThereIsNoTarget() {
        var scene = new Scene(WITHOUT_GENESIS).with(a).told(a, Scene.slot(100), 99, true);

        NetworkView view = lens.view(scene.snapshot(Scene.slot(100)), Optional.empty());

        assertThat(progress(view, a).target()).isEmpty();
        assertThat(progress(view, a).distance()).isEmpty();
        assertThat(view.progress().orElseThrow().target()).isEmpty();
        assertThat(head(view).lagSlots()).isEmpty();
        assertThat(head(view).stalled()).isEmpty();
        assertThat(lines(view)).noneMatch(line -> line.contains("clock_") || line.contains("head_lag"));
    }

    @Test
    void everySeriesOfANetworkOfSeedAndLeanspecNodes() {
        var settings = new LeanNetworkSettings(
                Optional.of(Scene.GENESIS), Scene.SLOT, Optional.of(32L), HeadLimits.DEFAULT, ForkLimits.DEFAULT);
        Instant at = Scene.slot(123_460);
        var scene = new Scene(settings)
                .with(a)
                .with(b)
                .round(
                        a,
                        at,
                        json(503, "{\"status\":\"ok\",\"slot\":123440,\"synced\":false}"),
                        Optional.of(Scene.page(Scene.resource("leanspec-issue-metrics.prom"), at)))
                .round(
                        b,
                        at,
                        json(200, "{\"status\":\"healthy\"}"),
                        Optional.of(Scene.page(Scene.resource("leanspec-metrics.prom"), at)));

        NetworkView view = lens.view(scene.snapshot(Scene.slot(123_461)), Optional.empty());

        assertThat(lines(view))
                .containsExactlyInAnyOrder(
                        "devnet nodesonde_network_clock_slot 123461.0 derived: slots passed since genesis",
                        "devnet nodesonde_network_head_slot 123456.0 derived: highest head slot",
                        "devnet nodesonde_network_head_spread_slots 16.0"
                                + " derived: highest head slot - lowest head slot",
                        "devnet nodesonde_network_head_lag_slots 5.0"
                                + " derived: wall slot - highest head slot, never below 0",
                        "devnet nodesonde_network_chain_stalled 0.0"
                                + " derived: wall slot - highest head slot > chain-stall-slots",
                        "lean-a leanspec_synced_reported 0.0 reported",
                        "devnet nodesonde_network_validators_present 0.0"
                                + " derived: sum of lean_validators_count over synced nodes",
                        "lean-a leanspec_synced_derived 0.0"
                                + " derived: how far leanspec_slot_head is behind where it should be",
                        "lean-a leanspec_synced 0.0"
                                + " derived: the worse of leanspec_synced_reported and leanspec_synced_derived",
                        "lean-a nodesonde_node_clock_skew_slots -111114.0 derived: own current slot - wall slot",
                        "lean-a nodesonde_node_head_regressions_total 0.0"
                                + " derived: falls of leanspec_slot_head by more than lag-clear-slots",
                        "lean-b leanspec_synced_derived 1.0"
                                + " derived: how far leanspec_slot_head is behind where it should be",
                        "lean-b leanspec_synced 1.0"
                                + " derived: the worse of leanspec_synced_reported and leanspec_synced_derived",
                        "lean-b leanspec_sync_distance 4.0 derived: wall slot - leanspec_slot_head, never below 0",
                        "lean-b nodesonde_node_clock_skew_slots -3.0 derived: own current slot - wall slot",
                        "lean-b nodesonde_node_head_regressions_total 0.0"
                                + " derived: falls of leanspec_slot_head by more than lag-clear-slots",
                        "lean-a nodesonde_node_behind_slots 16.0 derived: network's highest head slot - own",
                        "lean-b nodesonde_node_behind_slots 0.0 derived: network's highest head slot - own",
                        "lean-b leanspec_epoch_current 3858.0 derived: floor(current slot / slots-per-epoch)",
                        "devnet nodesonde_network_justified_slot 0.0 derived: highest justified slot",
                        "devnet nodesonde_network_finalized_slot 0.0 derived: highest finalized slot",
                        "devnet nodesonde_network_finality_lag_slots 123456.0"
                                + " derived: highest head slot - highest finalized slot, never below 0",
                        "devnet nodesonde_network_finality_stalled 1.0 derived: finality lag > finality-stall-slots");
        assertThat(progress(view, a))
                .isEqualTo(new Progress(
                        "slot",
                        Optional.of(123_440L),
                        Optional.of(123_460L),
                        Optional.of(false),
                        Optional.of(false),
                        Optional.of(false),
                        Optional.of("health")));
        assertThat(progress(view, b))
                .isEqualTo(new Progress(
                        "slot",
                        Optional.of(123_456L),
                        Optional.of(123_460L),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.of(true),
                        Optional.of("lag")));
        assertThat(view.progress())
                .contains(progress(Optional.of(123_456L), Optional.of(123_461L), Optional.of(false)));
        assertThat(node(view, b).software())
                .isEqualTo(new Software(Optional.of("leanspec-node"), Optional.of("0.0.1")));
        assertThat(node(view, b).job()).isEqualTo("leanspec");
        assertThat(node(view, a).job()).isEqualTo("leanspec-issue");
        assertThat(node(view, a).topics())
                .containsExactly(
                        entry("client", Optional.of("leanspec-issue")), entry("clientSource", Optional.of("detected")));
    }

    @Test
    void answersPastTheirAgeLimitCountForNothing() {
        var scene =
                new Scene().with(a).with(b).told(a, Scene.slot(100), 100, true).told(b, Scene.slot(103), 90, true);

        NetworkView view = lens.view(scene.snapshot(Scene.slot(103).plusMillis(1)), Optional.empty());

        assertThat(progress(view, a).head()).isEmpty();
        assertThat(progress(view, a).synced()).isEmpty();
        assertThat(head(view).maxSlot()).contains(90L);
        assertThat(view.progress().orElseThrow().synced()).contains(false);
        assertThat(lines(view)).noneMatch(line -> line.startsWith("lean-a "));
    }

    @Test
    void networkIsSyncedWhenMoreThanHalfOfItsNodesSayTheyAre() {
        var scene = new Scene().with(a).with(b).with(c);
        scene.told(a, Scene.slot(10), 10, true);
        assertThat(synced(scene)).isEmpty();

        scene.told(b, Scene.slot(10), 10, true);
        assertThat(synced(scene)).contains(true);

        scene.told(b, Scene.slot(10), 5, false).told(c, Scene.slot(10), 5, false);
        assertThat(synced(scene)).contains(false);
    }

    @Test
    void headOfTheFirstProbeThatTellsItCounts() {
        var scene = new Scene()
                .with(a)
                .round(
                        a,
                        Scene.slot(10),
                        json(200, "{\"status\":\"ok\",\"slot\":8}"),
                        Optional.of(Scene.page(
                                "lean_node_info{name=\"leanspec-node\"} 1\nlean_head_slot 9\n", Scene.slot(10))));

        assertThat(progress(lens.view(scene.snapshot(Scene.slot(10)), Optional.empty()), a)
                        .head())
                .contains(8L);
    }

    @Test
    void nodeLagsFromFiveSlotsBehindUntilItIsTwoBehind() {
        var scene = new Scene().with(a).with(b).told(a, Scene.slot(100), 100, true);
        Optional<NetworkView> view = Optional.empty();
        record Step(long head, boolean lagging) {}
        for (Step step : List.of(
                new Step(96, false),
                new Step(95, true),
                new Step(97, true),
                new Step(98, false),
                new Step(96, false))) {
            scene.told(b, Scene.slot(100), step.head(), true);
            view = Optional.of(lens.view(scene.snapshot(Scene.slot(100)), view));
            assertThat(head(view.orElseThrow()).lagging())
                    .as("head %s", step.head())
                    .isEqualTo(step.lagging() ? List.of(new Lagging("lean-b", 100 - step.head())) : List.of());
        }
    }

    @Test
    void chainIsStalledWhenEvenTheHighestOfTwoHeadsIsMoreThanEightSlotsBehind() {
        var scene = new Scene().with(a).with(b).told(a, Scene.slot(100), 91, true);
        assertThat(headAt(scene, 100).stalled()).as("one witness").isEmpty();

        scene.told(b, Scene.slot(100), 80, true);
        assertThat(headAt(scene, 100).stalled()).contains(true);
        assertThat(headAt(scene, 102).stalled())
                .as("by the moment the head was told")
                .contains(true);
        assertThat(headAt(scene, 100).lagSlots()).contains(9L);

        scene.told(a, Scene.slot(100), 102, true);
        assertThat(headAt(scene, 100).lagSlots()).as("head ahead of our clock").contains(0L);
    }

    @Test
    void chainEightSlotsBehindIsNotStalledYet() {
        var scene =
                new Scene().with(a).with(b).told(a, Scene.slot(99), 91, true).told(b, Scene.slot(99), 80, true);

        assertThat(headAt(scene, 100).stalled()).contains(false);
    }

    private HeadTopic headAt(Scene scene, long slot) {
        return head(lens.view(scene.snapshot(Scene.slot(slot)), Optional.empty()));
    }

    private Optional<Boolean> synced(Scene scene) {
        return lens.view(scene.snapshot(Scene.slot(10)), Optional.empty())
                .progress()
                .orElseThrow()
                .synced();
    }

    private static HeadTopic head(NetworkView view) {
        return HeadTopic.in(view).orElseThrow();
    }

    private static NodeView node(NetworkView view, Node node) {
        return Objects.requireNonNull(view.nodes().get(node.id()));
    }

    private static Progress progress(NetworkView view, Node node) {
        return node(view, node).progress().orElseThrow();
    }

    private static Progress progress(Optional<Long> head, Optional<Long> target, Optional<Boolean> synced) {
        return new Progress("slot", head, target, synced, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> lines(NetworkView view) {
        return view.readings().stream()
                .map(reading -> switch (reading.subject()) {
                    case Subject.OfNode(var id) -> id + " " + Scene.line(reading);
                    case Subject.OfNetwork(var name) -> name + " " + Scene.line(reading);
                    case Subject.OfFleet() -> "fleet " + Scene.line(reading);
                })
                .toList();
    }
}

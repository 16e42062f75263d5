package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Signal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a node is synced: what it reports, what its head says, and what rules. */
class SyncTruthTests {

    private static final long NOW = 1_000;

    private final LeanLens lens = new LeanLens(Scene.CLIENTS);
    private final Node node = Scene.node("lean-0");
    private final Node other = Scene.node("lean-1");

    /**
     * The wall slot is 1,000. {@code other} is the head of a second node, {@code before} what the head said in the look
     * before.
     */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # head, other, reported, before, derived, synced, source
            -,      -,     -,        -,      -,       -,      -
            -,      -,     true,     -,      -,       true,   health
            -,      -,     false,    -,      -,       false,  health
            1000,   -,     -,        -,      true,    true,   lag
            996,    -,     -,        -,      true,    true,   lag
            995,    -,     -,        -,      false,   false,  lag
            996,    -,     -,        false,  false,   false,  lag
            997,    -,     -,        false,  false,   false,  lag
            998,    -,     -,        false,  true,    true,   lag
            997,    -,     -,        true,   true,    true,   lag
            995,    -,     -,        true,   false,   false,  lag
            1000,   -,     true,     -,      true,    true,   health
            1000,   -,     false,    -,      true,    false,  health
            990,    -,     true,     -,      false,   false,  health
            990,    -,     false,    -,      false,   false,  health
            997,    -,     true,     false,  false,   false,  health
            991,    991,   -,        -,      true,    true,   lag
            992,    992,   -,        -,      false,   false,  lag
            986,    991,   -,        -,      false,   false,  lag
            987,    991,   -,        -,      true,    true,   lag
            987,    991,   -,        false,  false,   false,  lag
            989,    991,   -,        false,  true,    true,   lag
            991,    -,     -,        -,      false,   false,  lag
            991,    980,   true,     -,      true,    true,   health
            991,    980,   false,    -,      true,    false,  health
            1003,   -,     -,        -,      true,    true,   lag
            """)
    void nodeIsSyncedAsTheWorseOfItsWordAndItsHeadSays(
            @Nullable Long head,
            @Nullable Long other,
            @Nullable Boolean reported,
            @Nullable Boolean before,
            @Nullable Boolean derived,
            @Nullable Boolean synced,
            @Nullable String source) {
        Progress progress = progress(look(scene(head, other, reported, Scene.SETTINGS), standing(before)));

        assertThat(progress.syncedReported()).isEqualTo(Optional.ofNullable(reported));
        assertThat(progress.syncedDerived()).isEqualTo(Optional.ofNullable(derived));
        assertThat(progress.synced()).isEqualTo(Optional.ofNullable(synced));
        assertThat(progress.syncedSource()).isEqualTo(Optional.ofNullable(source));
    }

    @Test
    void withoutGenesisTheHeadSaysNothing() {
        var unknown = new LeanNetworkSettings(
                Optional.empty(), Scene.SLOT, Optional.empty(), HeadLimits.DEFAULT, ForkLimits.DEFAULT);
        Progress progress = progress(look(scene(1000L, 1000L, true, unknown), Optional.empty()));

        assertThat(progress.syncedDerived()).isEmpty();
        assertThat(progress.synced()).contains(true);
        assertThat(progress.target()).isEmpty();
    }

    @Test
    void beforeGenesisTheHeadSaysNothing() {
        var future = new LeanNetworkSettings(
                Optional.of(Scene.slot(NOW + 1)), Scene.SLOT, Optional.empty(), HeadLimits.DEFAULT, ForkLimits.DEFAULT);
        NetworkView view = look(scene(0L, 0L, null, future), Optional.empty());

        assertThat(progress(view).syncedDerived()).isEmpty();
        assertThat(progress(view).target()).isEmpty();
        assertThat(view.readings())
                .noneMatch(reading -> reading.signal().equals(LeanSignals.NETWORK_CLOCK)
                        || reading.signal().equals(LeanSignals.NETWORK_CHAIN_STALLED));
    }

    @ParameterizedTest
    @CsvSource({"0, ", "9, ", "10, true", "3600, true"})
    void headOfAProcessYoungerThanTenSecondsSaysNothing(long age, @Nullable Boolean derived) {
        Instant at = Scene.slot(NOW);
        Map<Signal, Double> told = new LinkedHashMap<>();
        told.put(NodeSignals.SLOT_HEAD, (double) NOW);
        told.put(NodeSignals.PROCESS_START_TIME, (double) at.getEpochSecond() - age);
        var scene = new Scene().with(node).metrics(node, at, told);

        assertThat(progress(look(scene, Optional.empty())).syncedDerived()).isEqualTo(Optional.ofNullable(derived));
    }

    @Test
    void headIsHeldAgainstTheSlotInWhichItWasTold() {
        var scene = new Scene().with(node).told(node, Scene.slot(NOW), NOW - 4, true);

        Progress later = progress(lens.view(scene.snapshot(Scene.slot(NOW + 3)), Optional.empty()));

        assertThat(later.syncedDerived()).contains(true);
        assertThat(later.target()).contains(NOW);
    }

    private Scene scene(
            @Nullable Long head, @Nullable Long otherHead, @Nullable Boolean reported, LeanNetworkSettings settings) {
        Instant at = Scene.slot(NOW);
        var scene = new Scene(settings).with(node);
        scene.round(
                node,
                at,
                Scene.json(200, "{\"status\":\"ok\",\"slot\":%s,\"synced\":%s}".formatted(head, reported)),
                Optional.empty());
        if (otherHead != null) {
            scene.with(other).told(other, at, otherHead, true);
        }
        return scene;
    }

    /** A view in which the head of the node said that. */
    private Optional<NetworkView> standing(@Nullable Boolean derived) {
        return Optional.ofNullable(derived)
                .map(said -> look(scene(said ? NOW : NOW - 5, null, null, Scene.SETTINGS), Optional.empty()));
    }

    private NetworkView look(Scene scene, Optional<NetworkView> before) {
        return lens.view(scene.snapshot(Scene.slot(NOW)), before);
    }

    private Progress progress(NetworkView view) {
        NodeView seen = Objects.requireNonNull(view.nodes().get(node.id()));
        return seen.progress().orElseThrow();
    }
}

package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.probe.BadAnswer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenLayerLensTests {

    private final GenLayerLens lens = new GenLayerLens();

    @Test
    void networkHasNoProgressAndOfItsStakingNothingIsKnown() {
        NetworkView view = view(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW));

        assertThat(view.progress()).isEmpty();
        assertThat(view.readings()).isEmpty();
        assertThat(view.findings()).isEmpty();
        assertThat(view.topics().keySet()).containsExactly("epoch", "validators");
        assertThat(view.nodes()).containsOnlyKeys(Fixtures.NODE.id());
    }

    @Test
    void ofAnUnaskedNodeOnlyTheInventoryIsKnown() {
        Node node = Fixtures.node(Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));

        NodeView view = viewOf(NodeSnapshot.unasked(node, Fixtures.NOW));

        assertThat(view.progress()).isEmpty();
        assertThat(view.synced()).isEmpty();
        assertThat(view.software()).isEqualTo(Software.UNKNOWN);
        assertThat(view.job()).isEqualTo("genlayer");
        assertThat(view.topics())
                .containsExactly(
                        Map.entry("validator", Optional.of("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")),
                        Map.entry("operator", Optional.empty()));
    }

    @Test
    void nodeWithoutValidatorHasTheFieldAllTheSame() {
        assertThat(viewOf(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW)).topics())
                .containsEntry("validator", Optional.empty());
    }

    @Test
    void softwareIsWhatHealthTells() throws BadAnswer {
        assertThat(viewOf(seen("health-0.4.2.json", Optional.empty())).software())
                .isEqualTo(new Software(Optional.of("genlayer-node"), Optional.of("v0.4.2")));
    }

    @Test
    void unsetVersionIsUnknown() throws BadAnswer {
        assertThat(viewOf(seen("health-0.3.4.json", Optional.empty())).software())
                .isEqualTo(new Software(Optional.of("genlayer-node"), Optional.empty()));
    }

    @Test
    void syncGaugeSaysWhetherItIsSynced() throws BadAnswer {
        assertThat(viewOf(seen("health-0.5.5.json", Optional.of(true))).synced())
                .contains(true);
        assertThat(viewOf(seen("health-0.5.5.json", Optional.of(false))).synced())
                .contains(false);
    }

    @Test
    void withoutGaugeTheValidationLoopMaySayThatItIsNot() throws BadAnswer {
        assertThat(viewOf(seen("health-0.5.5-syncing.json", Optional.empty())).synced())
                .contains(false);
    }

    @Test
    void beingUpSaysNothingOfTheSync() throws BadAnswer {
        assertThat(viewOf(seen("health-0.4.2.json", Optional.empty())).synced()).isEmpty();
    }

    private static NodeSnapshot seen(String health, Optional<Boolean> synced) throws BadAnswer {
        return Fixtures.seen(
                Fixtures.NODE,
                Map.of(
                        "health",
                        Fixtures.answered(
                                new HealthProbe(), Fixtures.reply(200, "application/json", Fixtures.recorded(health))),
                        "metrics",
                        Fixtures.answered(Fixtures.metrics(synced))));
    }

    private NodeView viewOf(NodeSnapshot seen) {
        return Objects.requireNonNull(view(seen).nodes().get(seen.node().id()));
    }

    private NetworkView view(NodeSnapshot seen) {
        return lens.view(new NetworkSnapshot(Fixtures.NETWORK, Fixtures.NOW, List.of(seen)), Optional.empty());
    }
}

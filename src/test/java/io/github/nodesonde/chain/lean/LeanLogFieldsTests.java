package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.node.Node;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeanLogFieldsTests {

    private final LeanLogFields fields = new LeanLogFields();
    private final Node node = Scene.node("lean-0");
    private final Scene scene = new Scene().with(node);

    @Test
    void nodeThatToldNothingHasNoFields() {
        assertThat(fields.of(scene.snapshot(node, Scene.slot(1)))).isEmpty();
    }

    @Test
    void headIsTheSlot() {
        scene.metrics(
                node,
                Scene.slot(1),
                Map.of(NodeSignals.SLOT_HEAD, 12.0, NodeSignals.SLOT_CURRENT, 14.0, NodeSignals.EPOCH_CURRENT, 4.0));

        assertThat(fields.of(scene.snapshot(node, Scene.slot(1)))).containsOnly(entry("slot", 12L), entry("epoch", 4L));
    }

    @Test
    void withoutAHeadTheCurrentSlotIs() {
        scene.metrics(node, Scene.slot(1), Map.of(NodeSignals.SLOT_CURRENT, 14.0));

        assertThat(fields.of(scene.snapshot(node, Scene.slot(1)))).containsOnly(entry("slot", 14L));
    }

    @Test
    void whatWasToldLongAgoIsNoField() {
        scene.metrics(node, Scene.slot(1), Map.of(NodeSignals.SLOT_HEAD, 12.0));

        assertThat(fields.of(scene.snapshot(node, Scene.slot(9)))).isEmpty();
    }

    @Test
    void nodeOfAnotherKindGetsNothing() {
        Node other = new Node(
                node.id(),
                "other",
                node.network(),
                new TreeMap<>(),
                node.interval(),
                Duration.ofSeconds(6),
                Set.of(),
                node.credentials(),
                node.settings());
        var elsewhere = new Scene().with(other).metrics(other, Scene.slot(1), Map.of(NodeSignals.SLOT_HEAD, 12.0));

        assertThat(fields.of(elsewhere.snapshot(other, Scene.slot(1)))).isEmpty();
    }
}

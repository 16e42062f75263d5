package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerNodeTests {

    private final List<NodeSnapshot> made = new ArrayList<>();
    private final NodeSnapshot a = seen("a", 0);
    private final NodeSnapshot b = seen("b", 0);
    private final NodeSnapshot c = seen("c", 0);

    @Test
    void isMadeAgainOnlyOfWhatIsSeenAnew() {
        PerNode<String> before = make(List.of(a, b, c), PerNode.none());
        made.clear();
        NodeSnapshot later = seen("b", 1);

        PerNode<String> now = make(List.of(a, later, c), before);

        assertThat(made).containsExactly(later);
        assertThat(now.inOrder()).containsExactly("a 1", "b 2", "c 1");
    }

    @Test
    void whatWasMadeOfANodeIsFoundThoughOthersCameOrWent() {
        PerNode<String> before = make(List.of(b, c), PerNode.none());

        assertThat(make(List.of(a, seen("c", 1)), before))
                .isEqualTo(Map.of(new NodeId("a"), "a 1", new NodeId("c"), "c 2"));
    }

    @Test
    void mapOfAnotherKindMayStandBefore() {
        assertThat(make(List.of(a), Map.of(new NodeId("a"), "a 6")).inOrder()).containsExactly("a 7");
    }

    @Test
    void everyNodeIsFoundAndNobodyElse() {
        PerNode<String> all = make(List.of(a, b, c), PerNode.none());

        assertThat(all).containsOnlyKeys(new NodeId("a"), new NodeId("b"), new NodeId("c"));
        assertThat(all.get(new NodeId("b"))).isEqualTo("b 1");
        assertThat(all.get(new NodeId("bb"))).isNull();
        assertThat(all.containsKey(new NodeId("c"))).isTrue();
        assertThat(all.containsKey(new NodeId("d"))).isFalse();
        assertThat(PerNode.none()).isEmpty();
    }

    /** Tells how many were made of a node in turn. */
    private PerNode<String> make(List<NodeSnapshot> seen, Map<NodeId, String> before) {
        return PerNode.of(seen, before, (node, stood) -> {
            made.add(node);
            return node.node().id() + " " + next(stood);
        });
    }

    private static int next(Optional<String> stood) {
        return stood.map(text -> Integer.parseInt(text.substring(2)) + 1).orElse(1);
    }

    private static NodeSnapshot seen(String id, long second) {
        Node node = Watched.node(id, Watched.network("n"));
        return NodeSnapshot.unasked(node, Watched.at(second));
    }
}

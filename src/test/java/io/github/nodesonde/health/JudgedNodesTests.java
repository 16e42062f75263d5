package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedNodesTests {

    private final NodeJudgement a = judged("a", "one");
    private final NodeJudgement b = judged("b", "two");
    private final NodeJudgement c = judged("c", "one");
    private final JudgedNodes nodes = JudgedNodes.of(List.of(c, a, b));

    @Test
    void areOrderedById() {
        assertThat(nodes.values()).containsExactly(a, b, c);
        assertThat(nodes.keySet()).containsExactly(id("a"), id("b"), id("c"));
        assertThat(nodes.firstKey()).isEqualTo(id("a"));
        assertThat(nodes.lastKey()).isEqualTo(id("c"));
        assertThat(nodes).hasSize(3);
    }

    @Test
    void areFoundById() {
        assertThat(nodes.get(id("b"))).isSameAs(b);
        assertThat(nodes.get(id("bb"))).isNull();
        assertThat(nodes.containsKey(id("c"))).isTrue();
        assertThat(nodes.containsKey(id("d"))).isFalse();
    }

    @Test
    void areFoundByNetwork() {
        assertThat(nodes.of("one")).containsExactly(a, c);
        assertThat(nodes.of("two")).containsExactly(b);
        assertThat(nodes.of("three")).isEmpty();
    }

    @Test
    void rangeTakesItsBeginningAndNotItsEnd() {
        assertThat(nodes.subMap(id("a"), id("c"))).containsOnlyKeys(id("a"), id("b"));
        assertThat(nodes.headMap(id("bb"))).containsOnlyKeys(id("a"), id("b"));
        assertThat(nodes.tailMap(id("b"))).containsOnlyKeys(id("b"), id("c"));
    }

    @Test
    void thoseOfTheNextJudgingStandInTheSamePlaces() {
        NodeJudgement later = judged("c", "one");

        JudgedNodes next = nodes.next(Map.of("one", List.of(a, later), "two", List.of(b)));

        assertThat(next.values()).containsExactly(a, b, later);
        assertThat(next.of("one")).containsExactly(a, later);
        assertThat(nodes.values()).containsExactly(a, b, c);
    }

    @Test
    void anotherFleetIsPutInOrderAnew() {
        NodeJudgement moved = judged("a", "two");
        NodeJudgement other = judged("aa", "one");

        assertThat(nodes.next(Map.of("one", List.of(other, c), "two", List.of(b)))
                        .values())
                .containsExactly(other, b, c);
        assertThat(nodes.next(Map.of("two", List.of(b))).values()).containsExactly(b);
        assertThat(nodes.next(Map.of("one", List.of(c), "two", List.of(moved, b)))
                        .of("two"))
                .containsExactly(moved, b);
        assertThat(JudgedNodes.of(List.of()).next(Map.of("one", List.of(a, c))).values())
                .containsExactly(a, c);
    }

    @Test
    void withoutNodesThereIsNoFirst() {
        assertThatThrownBy(JudgedNodes.of(List.of())::firstKey).isInstanceOf(NoSuchElementException.class);
    }

    private static NodeJudgement judged(String id, String network) {
        var node = Watched.node(id, Watched.network(network));
        return new NodeJudgement(
                NodeSnapshot.unasked(node, Watched.START),
                new NodeView(Optional.empty(), Optional.empty(), Software.UNKNOWN, "kind", new LinkedHashMap<>()),
                Verdict.UP,
                Watched.START,
                List.of(),
                List.of());
    }

    private static NodeId id(String text) {
        return new NodeId(text);
    }
}

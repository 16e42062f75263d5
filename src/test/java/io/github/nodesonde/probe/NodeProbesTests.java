package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.answered;
import static io.github.nodesonde.probe.Samples.node;
import static io.github.nodesonde.probe.Samples.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.Order;

class NodeProbesTests {

    @Test
    void orderIsThatOfTheBeansThenOfTheNames() {
        var probes = new NodeProbes(List.of(probe("b"), probe("a"), new First()));

        assertThat(probes.of(node("x"))).extracting(NodeProbe.OfNode::name).containsExactly("z", "a", "b");
    }

    @Test
    void namesAreThoseThatApplyAndAreNotSkipped() {
        NodeProbe.OfNode later = probe("later", _ -> Optional.empty(), _ -> answered());
        NodeProbe.OfNode buggy = probe(
                "buggy",
                _ -> {
                    throw new IllegalStateException("bug");
                },
                _ -> answered());
        Node node = node("x", Duration.ofSeconds(1), Duration.ofSeconds(1), Set.of("b"), Credentials.NONE);

        assertThat(new NodeProbes(List.of(probe("a"), probe("b"), later, buggy)).namesFor(node))
                .containsExactly("a", "buggy");
    }

    @Test
    void kindWithoutProbesHasNone() {
        assertThat(new NodeProbes(List.of()).of(node("x"))).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<NodeProbe.OfNode> twice = List.of(probe("a"), probe("a"));

        assertThatThrownBy(() -> new NodeProbes(twice)).hasMessage("two probes of type sample are called a");
    }

    @Order(1)
    private static final class First implements NodeProbe.OfNode {

        @Override
        public String type() {
            return Samples.TYPE;
        }

        @Override
        public String name() {
            return "z";
        }

        @Override
        public Optional<Question> question(NodeSnapshot newest) {
            return Optional.empty();
        }

        @Override
        public ProbeResult read(NodeSnapshot seen, Reply reply) {
            return answered();
        }
    }
}

package io.github.nodesonde.probe;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;

/** All probes there are, by kind of node and in the order they are asked. */
@Component
final class NodeProbes {

    private static final Comparator<Object> BY_ORDER = AnnotationAwareOrderComparator.INSTANCE;

    private final Map<String, List<NodeProbe.OfNode>> byType;

    NodeProbes(List<NodeProbe.OfNode> probes) {
        var names = new HashSet<List<String>>();
        probes.forEach(probe -> {
            if (!names.add(List.of(probe.type(), probe.name()))) {
                throw new IllegalStateException("two probes of type " + probe.type() + " are called " + probe.name());
            }
        });
        Comparator<NodeProbe.OfNode> asked = BY_ORDER::compare;
        byType = probes.stream()
                .sorted(asked.thenComparing(NodeProbe.OfNode::name))
                .collect(groupingBy(NodeProbe.OfNode::type, collectingAndThen(toList(), List::copyOf)));
    }

    /** The probes of the node's kind, without those that the operator skips. */
    List<NodeProbe.OfNode> of(Node node) {
        return byType.getOrDefault(node.type(), List.of()).stream()
                .filter(probe -> !node.skip().contains(probe.name()))
                .toList();
    }

    /** The names of those that ask something of a node nothing is known of yet. */
    List<String> namesFor(Node node) {
        NodeSnapshot nothing = NodeSnapshot.unasked(node, Instant.EPOCH);
        return of(node).stream()
                .filter(probe -> applies(probe, nothing))
                .map(NodeProbe.OfNode::name)
                .toList();
    }

    private static boolean applies(NodeProbe.OfNode probe, NodeSnapshot seen) {
        try {
            return probe.question(seen).isPresent();
        } catch (RuntimeException _) {
            // Told when it is asked; a probe that fails applies.
            return true;
        }
    }
}

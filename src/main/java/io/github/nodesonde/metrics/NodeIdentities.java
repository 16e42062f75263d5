package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.TargetLabels;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What says of each series whose it is, made once for a node and not once for each page. Thread-safe. */
@Component
final class NodeIdentities {

    private final Map<NodeId, Identity> known = new ConcurrentHashMap<>();

    @SuppressWarnings("ReferenceEquality") // A node is replaced whole; one that is equal only is made anew, once.
    Identity of(Node node) {
        Identity identity = known.get(node.id());
        if (identity == null || identity.node != node) {
            identity = Identity.of(node);
            known.put(node.id(), identity);
        }
        return identity;
    }

    void retain(Set<NodeId> nodes) {
        known.keySet().retainAll(nodes);
    }

    /**
     * The labels of one node's series.
     *
     * @param ours of those that the gateway makes: {@code node}, {@code network} and the operator's own
     * @param passed of those that the node prints itself: {@code node} and {@code network}
     */
    record Identity(Node node, TargetLabels ours, TargetLabels passed) {

        static Identity of(Node node) {
            var passed = TargetLabels.of(Map.of("node", node.id().value(), "network", node.network()));
            var ours = TargetLabels.of(node.seriesLabels());
            return new Identity(node, ours.equals(passed) ? passed : ours, passed);
        }
    }
}

package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network seen through its lens.
 *
 * @param view has every node, also where there is no lens or it failed
 * @param failed the lens, when it failed
 */
record Sight(NetworkView view, Optional<String> failed) {

    /** Nothing is told of the network nor of its nodes. */
    static Sight none(NetworkSnapshot seen, Optional<String> failed) {
        return new Sight(
                new NetworkView(
                        Optional.empty(), everyNode(seen, Map.of()), List.of(), new LinkedHashMap<>(), List.of()),
                failed);
    }

    /** What the lens tells; a node that it left out is one that nothing is told of. */
    static Sight of(NetworkSnapshot seen, NetworkView view) {
        return new Sight(
                new NetworkView(
                        view.progress(),
                        everyNode(seen, view.nodes()),
                        view.readings(),
                        view.topics(),
                        view.findings()),
                Optional.empty());
    }

    private static Map<NodeId, NodeView> everyNode(NetworkSnapshot seen, Map<NodeId, NodeView> told) {
        var all = new HashMap<>(told);
        for (NodeSnapshot node : seen.nodes()) {
            all.computeIfAbsent(node.node().id(), _ -> NodeView.untold(node.node()));
        }
        return all;
    }

    NodeView node(NodeId id) {
        return Objects.requireNonNull(view.nodes().get(id), "every node has a view");
    }

    Stream<Finding> findings(Subject subject) {
        return view.findings().stream().filter(finding -> finding.subject().equals(subject));
    }

    List<Reading> derived(Subject subject) {
        return view.readings().stream()
                .filter(reading -> reading.subject().equals(subject))
                .toList();
    }
}

package io.github.nodesonde.api;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import java.util.List;

/**
 * The inventory was read anew.
 *
 * @param added ids of nodes that it did not name before
 * @param removed ids of nodes that it no longer names
 * @param changed ids of nodes with other settings than before
 * @param ok whether the file is without mistakes, and so in force
 */
public record InventoryEventJson(List<String> added, List<String> removed, List<String> changed, boolean ok) {

    static InventoryEventJson of(Fleet before, Fleet now, boolean ok) {
        return new InventoryEventJson(
                without(now, before),
                without(before, now),
                now.nodes().values().stream()
                        .filter(node -> before.nodes().containsKey(node.id()))
                        .filter(node -> !node.equals(before.nodes().get(node.id())))
                        .map(node -> node.id().value())
                        .toList(),
                ok);
    }

    private static List<String> without(Fleet these, Fleet others) {
        return these.nodes().keySet().stream()
                .filter(id -> !others.nodes().containsKey(id))
                .map(NodeId::value)
                .toList();
    }
}

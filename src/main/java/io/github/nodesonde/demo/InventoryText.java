package io.github.nodesonde.demo;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** The inventory file that lists a simulated fleet. */
final class InventoryText {

    private InventoryText() {}

    /** @param address where each node is to be found */
    static String of(List<SimulatedNetwork> networks, Function<SimulatedNode, URI> address) {
        var text = new StringBuilder("# Simulated nodes; the file goes when the demo ends.\nnetworks:\n");
        for (SimulatedNetwork network : networks) {
            text.append(item("name: %s\ntype: %s\n%s".formatted(network.name(), network.type(), network.keys())));
        }
        text.append("nodes:\n");
        for (SimulatedNetwork network : networks) {
            for (SimulatedNode node : network.nodes()) {
                text.append(item("id: %s\ntype: %s\nnetwork: %s\n%s"
                        .formatted(node.id(), network.type(), network.name(), node.keys(address.apply(node)))));
            }
        }
        return text.toString();
    }

    /** One entry of a YAML list. */
    private static String item(String keys) {
        return "  - " + keys.strip().indent(4).stripLeading();
    }
}

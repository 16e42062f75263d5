package io.github.nodesonde.demo;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** The inventory file that lists a simulated fleet. */
final class InventoryText {

    private InventoryText() {}

    /**
     * @param node where each node is to be found
     * @param service where each service is to be found
     */
    static String of(
            List<SimulatedNetwork> networks,
            Function<SimulatedNode, URI> node,
            Function<SimulatedService, URI> service) {
        var text = new StringBuilder("# Simulated nodes; the file goes when the demo ends.\nnetworks:\n");
        for (SimulatedNetwork network : networks) {
            var keys = new StringBuilder(network.keys());
            network.services()
                    .forEach(its ->
                            keys.append(its.keys(service.apply(its)).strip()).append('\n'));
            text.append(item("name: %s\ntype: %s\n%s".formatted(network.name(), network.type(), keys)));
        }
        text.append("nodes:\n");
        for (SimulatedNetwork network : networks) {
            for (SimulatedNode its : network.nodes()) {
                text.append(item("id: %s\ntype: %s\nnetwork: %s\n%s"
                        .formatted(its.id(), network.type(), network.name(), its.keys(node.apply(its)))));
            }
        }
        return text.toString();
    }

    /** One entry of a YAML list. */
    private static String item(String keys) {
        return "  - " + keys.strip().indent(4).stripLeading();
    }
}

package io.github.nodesonde.demo;

import java.util.List;

/**
 * One simulated network.
 *
 * @param name as in the inventory
 * @param type the kind's name in the inventory, of the network and of all its nodes
 * @param keys its further keys of the inventory: YAML, one a line, not indented; may be empty
 */
public record SimulatedNetwork(String name, String type, String keys, List<SimulatedNode> nodes) {

    public SimulatedNetwork {
        nodes = List.copyOf(nodes);
    }
}

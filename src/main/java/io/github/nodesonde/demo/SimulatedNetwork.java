package io.github.nodesonde.demo;

import java.util.List;

/**
 * One simulated network.
 *
 * @param name as in the inventory
 * @param type the kind's name in the inventory, of the network and of all its nodes
 * @param keys its further keys of the inventory: YAML, one a line, not indented; may be empty
 * @param services what it has beside its nodes; mostly nothing
 */
public record SimulatedNetwork(
        String name, String type, String keys, List<SimulatedService> services, List<SimulatedNode> nodes) {

    public SimulatedNetwork {
        services = List.copyOf(services);
        nodes = List.copyOf(nodes);
    }

    /** A network of nothing but nodes. */
    public SimulatedNetwork(String name, String type, String keys, List<SimulatedNode> nodes) {
        this(name, type, keys, List.of(), nodes);
    }
}

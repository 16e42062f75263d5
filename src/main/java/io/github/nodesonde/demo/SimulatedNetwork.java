package io.github.nodesonde.demo;

import java.util.List;

/**
 * One simulated network.
 *
 * @param entry its entry under {@code networks:} of the inventory: YAML keys and values, one a line, not indented
 */
public record SimulatedNetwork(String entry, List<SimulatedNode> nodes) {

    public SimulatedNetwork {
        nodes = List.copyOf(nodes);
    }
}

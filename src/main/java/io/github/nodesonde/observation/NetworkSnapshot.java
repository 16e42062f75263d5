package io.github.nodesonde.observation;

import io.github.nodesonde.node.Network;
import java.time.Instant;
import java.util.List;

/**
 * All that was seen of one network, as of one instant.
 *
 * @param nodes every node of the network, by id, asked or not
 */
public record NetworkSnapshot(Network network, Instant asOf, List<NodeSnapshot> nodes) {

    public NetworkSnapshot {
        nodes = List.copyOf(nodes);
    }
}

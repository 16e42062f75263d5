package io.github.nodesonde.probe;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import java.time.Duration;
import java.util.List;

/**
 * One probe of one network, and what is needed to put it.
 *
 * @param probe its name
 * @param nodes those of the network that it concerns, by id
 */
record NetworkTask(Network network, String probe, NetworkInquiry inquiry, List<Node> nodes) {

    private static final int INTERVALS_TO_LIVE = 3;

    NetworkTask {
        nodes = List.copyOf(nodes);
    }

    /** For these nodes of the network, but those that the probe does not concern or that skip it. */
    static NetworkTask of(Network network, NodeProbe.OfNetwork probe, NetworkInquiry inquiry, List<Node> nodes) {
        return new NetworkTask(
                network,
                probe.name(),
                inquiry,
                nodes.stream()
                        .filter(node -> !node.skip().contains(probe.name()) && inquiry.concerns(node))
                        .toList());
    }

    /** How old an answer may grow before it no longer counts: three intervals. */
    Duration ageLimit() {
        return inquiry.interval().multipliedBy(INTERVALS_TO_LIVE);
    }
}

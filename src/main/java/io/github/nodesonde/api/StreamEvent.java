package io.github.nodesonde.api;

import io.github.nodesonde.node.NodeId;
import java.util.Optional;

/**
 * One event of the stream.
 *
 * @param node the node it is about; empty when it is about more
 * @param network the network it is about, or that of its node; empty when it is about the whole fleet
 * @param text as it is sent, with the blank line at its end
 */
record StreamEvent(long number, Optional<NodeId> node, Optional<String> network, String text) {

    static String text(EventId id, EventType type, String data) {
        return "id: %s\nevent: %s\ndata: %s\n\n".formatted(id, type.label(), data);
    }
}

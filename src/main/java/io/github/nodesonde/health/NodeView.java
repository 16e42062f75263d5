package io.github.nodesonde.health;

import io.github.nodesonde.node.Node;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a lens makes of one node.
 *
 * @param progress empty for a kind that offers none
 * @param synced for a kind without progress, whether the node itself says that it is synced; empty when it does not tell
 * @param job what Prometheus should call the job of this node: the client's name or the kind's
 * @param topics what the API prints of the node beside what every node has, by field name: texts, numbers, records;
 *     an empty optional prints as null
 */
public record NodeView(
        Optional<Progress> progress,
        Optional<Boolean> synced,
        Software software,
        String job,
        SequencedMap<String, Object> topics) {

    public NodeView {
        topics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(topics));
    }

    /** A node that nothing is told of. */
    static NodeView untold(Node node) {
        return new NodeView(Optional.empty(), Optional.empty(), Software.UNKNOWN, node.type(), new LinkedHashMap<>());
    }
}

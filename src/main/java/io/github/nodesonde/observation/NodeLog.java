package io.github.nodesonde.observation;

import io.github.nodesonde.node.Node;
import java.util.List;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** Gives every log line about a node the same fields: whose it is, and how far the node said it had come. Thread-safe. */
@Component
public final class NodeLog {

    private final List<LogFields> kinds;

    public NodeLog(List<LogFields> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The line with {@code node}, {@code network}, {@code peer_id} (the peer is the node watched) and what kinds add. */
    public LoggingEventBuilder about(NodeSnapshot seen, LoggingEventBuilder line) {
        Node node = seen.node();
        var told = line.addKeyValue("node", node.id().value())
                .addKeyValue("network", node.network())
                .addKeyValue("peer_id", node.id().value());
        for (LogFields kind : kinds) {
            for (var field : kind.of(seen).entrySet()) {
                told = told.addKeyValue(field.getKey(), field.getValue());
            }
        }
        return told;
    }
}

package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.Reading;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a lens makes of a network.
 *
 * @param progress of the network as one; empty for a kind that offers none
 * @param nodes one for each node of the snapshot; in a large network best a {@link PerNode}
 * @param readings worked out, of nodes and of the network
 * @param topics what the API prints of the network beside what every network has, by field name
 * @param findings about the network or its nodes that only the whole network shows
 * @param memory what the lens wants to know again at its next look, shown to nobody; empty for a lens that needs none
 */
public record NetworkView(
        Optional<Progress> progress,
        Map<NodeId, NodeView> nodes,
        List<Reading> readings,
        SequencedMap<String, Record> topics,
        List<Finding> findings,
        Optional<Record> memory) {

    /** As the other, of a lens that remembers nothing. */
    public NetworkView(
            Optional<Progress> progress,
            Map<NodeId, NodeView> nodes,
            List<Reading> readings,
            SequencedMap<String, Record> topics,
            List<Finding> findings) {
        this(progress, nodes, readings, topics, findings, Optional.empty());
    }

    public NetworkView {
        nodes = nodes instanceof PerNode<NodeView> ? nodes : Map.copyOf(nodes);
        readings = List.copyOf(readings);
        topics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(topics));
        findings = List.copyOf(findings);
    }

    /** The same, what is remembered in it being dated so much later. */
    public NetworkView later(Duration by) {
        var dated = new LinkedHashMap<String, Record>();
        topics.forEach((name, topic) -> dated.put(name, later(topic, by)));
        return new NetworkView(progress, nodes, readings, dated, findings, memory.map(known -> later(known, by)));
    }

    private static Record later(Record record, Duration by) {
        return record instanceof Dated dated ? dated.later(by) : record;
    }
}

package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which events are asked for. What concerns the whole fleet always is. */
record EventFilter(Optional<NodeId> node, Optional<String> network) implements Predicate<StreamEvent> {

    static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty());

    private static final List<String> PARAMETERS = List.of("network", "node");

    /** @throws io.github.nodesonde.request.Problem when a parameter is unknown, or what it names is */
    static EventFilter read(Map<String, List<String>> query, Judgements from) {
        var parameters = Parameters.of(query, PARAMETERS);
        var lookup = new JudgementLookup(from);
        return new EventFilter(
                parameters.text("node").map(id -> lookup.node(id).seen().node().id()),
                parameters
                        .text("network")
                        .map(name -> lookup.network(name).network().name()));
    }

    @Override
    public boolean test(StreamEvent event) {
        return event.network().isEmpty()
                || (network.isEmpty() || network.equals(event.network()))
                        && (node.isEmpty() || node.equals(event.node()));
    }
}

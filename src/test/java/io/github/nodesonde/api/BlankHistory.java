package io.github.nodesonde.api;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.History;
import io.github.nodesonde.history.Incident;
import io.github.nodesonde.history.IncidentFilter;
import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Period;
import io.github.nodesonde.history.Slice;
import io.github.nodesonde.history.Uptime;
import io.github.nodesonde.history.VerdictChange;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Remembers nothing: no change, no incident, and all time unknown. */
public class BlankHistory implements History {

    @Override
    public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
        return new Slice<>(List.of(), 0);
    }

    @Override
    public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
        return new Slice<>(List.of(), 0);
    }

    @Override
    public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
        Duration part = Duration.between(from, to).dividedBy(parts);
        var uptimes = new LinkedHashMap<NodeId, List<Uptime>>();
        nodes.forEach(node -> uptimes.put(
                node,
                IntStream.range(0, parts)
                        .mapToObj(number -> from.plus(part.multipliedBy(number)))
                        .map(start -> new Uptime(start, start.plus(part), Map.of(Verdict.UNKNOWN, part)))
                        .toList()));
        return uptimes;
    }
}

package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is remembered. Asks a database: every method may take seconds, and throws {@link HistoryUnavailableException} when
 * it gets no answer, never an empty one instead. Thread-safe.
 */
public interface History {

    /** Newest first. */
    Slice<Incident> incidents(IncidentFilter filter, Paging paging);

    /** Of one node, newest first. */
    Slice<VerdictChange> changes(NodeId node, Period period, Paging paging);

    /** Of each of the nodes, the time between the instants cut into that many equal parts, oldest first. */
    Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts);
}

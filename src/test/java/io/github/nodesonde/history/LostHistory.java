package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A history that nobody can read. */
public final class LostHistory implements History {

    @Override
    public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
        throw lost();
    }

    @Override
    public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
        throw lost();
    }

    @Override
    public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
        throw lost();
    }

    private static HistoryUnavailableException lost() {
        return new HistoryUnavailableException("The database does not answer.");
    }
}

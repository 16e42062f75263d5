package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The history of a gateway that keeps none. */
final class SwitchedOffHistory implements History {

    @Override
    public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
        throw off();
    }

    @Override
    public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
        throw off();
    }

    @Override
    public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
        throw off();
    }

    private static HistoryUnavailableException off() {
        return new HistoryUnavailableException(
                "The history is switched off. Start the gateway with nodesonde.history.enabled=true.");
    }
}

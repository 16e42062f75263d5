package io.github.nodesonde.api;

import io.github.nodesonde.history.Incident;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One incident.
 *
 * @param node null for an incident of the network itself
 * @param verdict the worst it reached
 * @param rule null where the verdict follows from those of nodes
 * @param durationSeconds up to now while it is open
 */
public record IncidentJson(
        String id,
        @Nullable String node,
        String network,
        String verdict,
        @Nullable String rule,
        String because,
        Instant openedAt,
        @Nullable Instant closedAt,
        double durationSeconds) {

    static IncidentJson of(Incident incident, Instant now) {
        return new IncidentJson(
                incident.id(),
                incident.node().map(NodeId::value).orElse(null),
                incident.network(),
                incident.verdict().label(),
                incident.rule().orElse(null),
                incident.because(),
                incident.openedAt(),
                incident.closedAt().orElse(null),
                Seconds.between(incident.openedAt(), incident.closedAt().orElse(now)));
    }
}

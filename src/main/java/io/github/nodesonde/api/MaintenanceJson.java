package io.github.nodesonde.api;

import io.github.nodesonde.maintenance.MaintenanceWindow;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.List;

/** A window of maintenance. */
public record MaintenanceJson(
        String id,
        List<String> nodes,
        List<String> networks,
        String because,
        Instant startsAt,
        Instant endsAt,
        String by) {

    static MaintenanceJson of(MaintenanceWindow window) {
        return new MaintenanceJson(
                window.id(),
                window.nodes().stream().map(NodeId::value).toList(),
                List.copyOf(window.networks()),
                window.because(),
                window.startsAt(),
                window.endsAt(),
                window.by());
    }
}

package io.github.nodesonde.observation;

import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that was seen, as of one instant. Immutable.
 *
 * @param networks every network of the fleet, by name
 * @param control empty when there is no control target that can be asked
 */
public record FleetSnapshot(Instant asOf, List<NetworkSnapshot> networks, Optional<ControlTarget> control) {

    public FleetSnapshot {
        networks = List.copyOf(networks);
    }

    /** The same, these nodes being in maintenance. */
    public FleetSnapshot inMaintenance(Set<NodeId> covered) {
        return covered.isEmpty()
                ? this
                : new FleetSnapshot(
                        asOf,
                        networks.stream()
                                .map(network -> network.inMaintenance(covered))
                                .toList(),
                        control);
    }
}

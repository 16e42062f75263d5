package io.github.nodesonde.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
}

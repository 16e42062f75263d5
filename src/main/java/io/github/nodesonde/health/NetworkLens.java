package io.github.nodesonde.health;

import io.github.nodesonde.observation.NetworkSnapshot;
import java.util.Optional;
import java.util.Set;

/**
 * Sees the nodes of one network together: progress, derived readings, topics, findings. One bean a kind. A pure function
 * of its arguments; hysteresis comes from the view before and the memory in it. Where
 * these hold instants that the lens compares, let them be {@link Dated}, for the clock may be set between two looks.
 *
 * <p>One that throws, or finds something about anything but its network and the nodes of it, leaves the network and each
 * of its nodes with a finding that says so, unknown at best; rules are heard all the same, with an empty view.
 */
public interface NetworkLens {

    /** The kind of network it is for. */
    String type();

    /** The ids of the findings it makes, of its network and of nodes, for the documentation; they never change their meaning. */
    default Set<String> rules() {
        return Set.of();
    }

    /**
     * @param before the last view of the same network with the same settings; empty at first, and after a
     *     judging in which the lens failed
     */
    NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before);
}

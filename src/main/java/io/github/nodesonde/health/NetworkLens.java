package io.github.nodesonde.health;

import io.github.nodesonde.observation.NetworkSnapshot;
import java.util.Optional;

/**
 * Sees the nodes of one network together: progress, derived readings, topics, findings. One bean a kind. A pure function
 * of its arguments; hysteresis comes from the view before.
 */
public interface NetworkLens {

    /** The kind of network it is for. */
    String type();

    /** @param before the last view of the same network with the same settings; empty at first */
    NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before);
}

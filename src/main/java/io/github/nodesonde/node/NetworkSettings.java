package io.github.nodesonde.node;

import java.net.URI;
import java.util.Set;

/** What a kind of node reads from its own keys of a network's inventory entry. Implemented by that kind's own record. */
public interface NetworkSettings {

    /** The URLs at which something may be asked about the network as a whole, beside its nodes' own; none by default. */
    default Set<URI> urls() {
        return Set.of();
    }

    /** The settings of a kind that has no keys of its own. */
    record None() implements NetworkSettings {}
}

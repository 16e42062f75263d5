package io.github.nodesonde.demo;

import java.time.Instant;
import java.util.List;

/**
 * One simulated kind of node. A bean, present only with {@code nodesonde.demo=true}; the demo fleet is made of all there
 * are. Made before Spring can inject anything, so it has a constructor without arguments.
 */
public interface SimulatedKind {

    /** The kind's networks, as if their story began at the given instant; called once. */
    List<SimulatedNetwork> networks(Instant startedAt);
}

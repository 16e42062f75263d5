package io.github.nodesonde.demo;

import java.util.List;

/** One simulated kind of node. A bean; the demo fleet is made of all there are. */
public interface SimulatedKind {

    List<SimulatedNetwork> networks();
}

package io.github.nodesonde.history;

import io.github.nodesonde.node.NodeId;
import java.util.Optional;

/**
 * Which incidents are asked for. What is empty lets every incident pass; the rest must all hold.
 *
 * @param network of the network itself and of its nodes
 * @param open whether it still lasts
 * @param period it was open at some time within
 */
public record IncidentFilter(Optional<NodeId> node, Optional<String> network, Optional<Boolean> open, Period period) {}

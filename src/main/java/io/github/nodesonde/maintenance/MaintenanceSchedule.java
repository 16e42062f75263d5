package io.github.nodesonde.maintenance;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Set;

/** Says which nodes are in maintenance. A bean; thread-safe and fast, for it is asked at each judging. */
@FunctionalInterface
public interface MaintenanceSchedule {

    /** Of the nodes of the fleet those that a window covers then. */
    Set<NodeId> nodesAt(Fleet fleet, Instant at);
}

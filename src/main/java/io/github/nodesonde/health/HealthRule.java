package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;

/**
 * Judges one aspect of one node. A bean. A pure function of its arguments: "now" is the snapshot's; hysteresis comes from
 * the finding that stands. One that throws leaves the node with a finding that says so, unknown at best; the other rules
 * are heard all the same.
 */
public interface HealthRule {

    /** The id of the findings it makes; never changes its meaning. */
    String rule();

    /** Whether the rule is for this kind of node; by default for every kind. */
    default boolean appliesTo(String type) {
        return true;
    }

    /**
     * @param view what the network's lens makes of all its nodes
     * @param standing the finding of this rule on this node from the judgement before
     * @return the finding that holds now; its {@code since} is replaced when one stood before
     */
    Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing);
}

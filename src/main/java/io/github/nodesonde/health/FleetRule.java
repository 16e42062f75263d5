package io.github.nodesonde.health;

import io.github.nodesonde.observation.FleetSnapshot;
import java.util.Optional;

/** Judges one aspect of the fleet as a whole. A bean. A pure function of its arguments, as a {@link HealthRule} is. */
public interface FleetRule {

    /** The id of the findings it makes; never changes its meaning. */
    String rule();

    /**
     * @param standing the finding of this rule from the judgement before
     * @return the finding that holds now, on the fleet; its {@code since} is replaced when one stood before
     */
    Optional<Finding> judge(FleetSnapshot seen, Optional<Finding> standing);
}

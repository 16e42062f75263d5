package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The contract does not know the address as a validator. */
@Component
final class NotAValidator extends StakingRule {

    NotAValidator() {
        super("not-a-validator", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures().isPresent()
                ? Optional.empty()
                : Optional.of(finding(
                        scene,
                        "the staking contract does not know " + scene.staking().validator() + " as a validator"));
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator is on the quarantine list. */
@Component
final class Quarantined extends StakingRule {

    Quarantined() {
        super("quarantined", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .filter(figures -> figures.quarantined().orElse(false))
                .map(_ -> finding(scene, "the validator is quarantined"));
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator was primed neither for this epoch nor for the one before, so no next epoch will select it. */
@Component
final class NeedsPriming extends StakingRule {

    NeedsPriming() {
        super("needs-priming", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .filter(figures -> figures.needsPriming().orElse(false))
                .flatMap(figures -> figures.primedEpoch())
                .map(primed -> finding(
                                scene,
                                "primed for epoch " + primed + " last, and it is epoch " + scene.epoch()
                                        + ": it must be primed to be selected again")
                        .measured(primed, scene.epoch() - 1.0));
    }
}

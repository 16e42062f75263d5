package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A deposit activates with the next epoch. */
@Component
final class DepositSoon extends StakingRule {

    DepositSoon() {
        super("deposit-soon", Verdict.UP);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .flatMap(figures -> figures.epochsUntilActivation(scene.epoch()))
                .filter(epochs -> epochs == 1)
                .map(_ -> finding(scene, "a deposit activates with epoch " + (scene.epoch() + 1)));
    }
}

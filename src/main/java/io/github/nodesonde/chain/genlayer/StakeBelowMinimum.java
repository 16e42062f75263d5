package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Self-stake and pending deposits together are less than an active validator needs. */
@Component
final class StakeBelowMinimum extends StakingRule {

    StakeBelowMinimum() {
        super("stake-below-minimum", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .flatMap(figures -> figures.stakeToCome())
                .flatMap(stake -> scene.staking()
                        .network()
                        .state()
                        .minStake()
                        .filter(least -> stake.compareTo(least) < 0)
                        .map(least -> finding(
                                        scene,
                                        "self-stake and pending deposits of " + Gen.text(stake)
                                                + " GEN are less than the " + Gen.text(least) + " GEN that are needed")
                                .measured(Gen.value(stake), Gen.value(least))));
    }
}

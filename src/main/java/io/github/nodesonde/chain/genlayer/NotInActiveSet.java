package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.math.BigInteger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator is not among the active ones, and not because it has just joined: its first deposit is on its way then. */
@Component
final class NotInActiveSet extends StakingRule {

    NotInActiveSet() {
        super("not-in-active-set", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .filter(figures -> !figures.inActiveSet().orElse(true) && !isJoining(figures, scene))
                .map(_ -> finding(scene, "the validator is not in the active set of epoch " + scene.epoch()));
    }

    /** Whether a deposit that is not active yet is what its stake still lacks. */
    private static boolean isJoining(ValidatorFigures figures, Scene scene) {
        BigInteger enough = scene.staking().network().state().minStake().orElse(BigInteger.ONE);
        return figures.selfStake().filter(stake -> stake.compareTo(enough) < 0).isPresent()
                && figures.stakeToCome()
                        .filter(stake -> stake.compareTo(enough) >= 0)
                        .isPresent();
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator is banned, and not merely quarantined. */
@Component
final class Banned extends StakingRule {

    Banned() {
        super("banned", Verdict.DOWN);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        return scene.figures()
                .filter(figures -> figures.banned().orElse(false))
                .map(figures -> finding(
                        scene,
                        "the validator is banned"
                                + figures.ban().map(Banned::until).orElse("")));
    }

    private static String until(Ban ban) {
        return ban.untilEpoch().isPresent() ? " until epoch " + ban.untilEpoch().getAsLong() : " for good";
    }
}

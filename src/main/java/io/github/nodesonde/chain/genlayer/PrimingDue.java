package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator is not primed for this epoch, which may end soon: once it needs priming it is too late for the next. */
@Component
final class PrimingDue extends StakingRule {

    PrimingDue() {
        super("priming-due", Verdict.DEGRADED);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        Optional<Duration> left =
                scene.staking().network().state().epoch().untilNext(scene.seen().asOf());
        return scene.figures()
                .flatMap(figures -> figures.primedEpoch())
                .filter(primed -> primed < scene.epoch())
                .flatMap(primed -> left.filter(time ->
                                time.compareTo(scene.settings().thresholds().primingDue()) < 0)
                        .map(time -> finding(
                                        scene,
                                        "primed for epoch " + primed + " only, and epoch " + scene.epoch()
                                                + " may end in " + time.toMinutes() + " minutes")
                                .measured((double) time.toSeconds(), (double) scene.settings()
                                        .thresholds()
                                        .primingDue()
                                        .toSeconds())));
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The source cut a list short before it came to the validator, so that its series of that list are absent. */
@Component
final class ListIncomplete extends StakingRule {

    ListIncomplete() {
        super("list-incomplete", Verdict.UP);
    }

    @Override
    Optional<Finding> found(Scene scene) {
        StakingState state = scene.staking().network().state();
        Address validator = scene.staking().validator();
        String cut = Stream.of(
                        cut("active", state.active(), validator),
                        cut("banned", state.banned(), validator),
                        cut("quarantined", state.quarantined(), validator))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return scene.figures()
                .filter(_ -> !cut.isEmpty())
                .map(_ -> finding(scene, "cut short before this validator: the list of validators that are " + cut));
    }

    private static Optional<String> cut(String name, Optional<? extends Listing<?>> list, Address validator) {
        return list.filter(told -> told.contains(validator).isEmpty()).map(_ -> name);
    }
}

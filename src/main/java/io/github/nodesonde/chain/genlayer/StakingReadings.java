package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed of a validator; nothing of an address that is none, and nothing that the source could not tell. */
final class StakingReadings {

    private final Node node;
    private final List<Reading> readings = new ArrayList<>();

    private StakingReadings(Node node) {
        this.node = node;
    }

    static List<Reading> of(Node node, ValidatorStaking staking) {
        var readings = new StakingReadings(node);
        staking.figures().ifPresent(figures -> readings.add(figures, staking));
        return readings.readings;
    }

    private void add(ValidatorFigures figures, ValidatorStaking staking) {
        readings.add(Reading.reported(node, StakingSignals.VALIDATOR_INFO, 1)
                .with("validator", staking.validator().toString())
                .with(
                        "operator_address",
                        figures.operator().map(Address::toString).orElse("")));
        number(StakingSignals.STAKE_CURRENT, figures.selfStake().map(Gen::value));
        number(StakingSignals.STAKE_DELEGATED, figures.delegatedStake().map(Gen::value));
        flag(StakingSignals.IN_ACTIVE_SET, figures.inActiveSet());
        flag(StakingSignals.LIVE, figures.live());
        flag(StakingSignals.BANNED, figures.banned());
        number(StakingSignals.BANNED_UNTIL, figures.ban().map(StakingReadings::until));
        flag(StakingSignals.QUARANTINED, figures.quarantined());
        number(StakingSignals.PRIMED_EPOCH, figures.primedEpoch().map(Long::doubleValue));
        flag(StakingSignals.NEEDS_PRIMING, figures.needsPriming());
        amounts(StakingSignals.PENDING_DEPOSITS, StakingSignals.PENDING_DEPOSITS_GEN, figures.pendingDeposits());
        number(
                StakingSignals.EPOCHS_REMAINING,
                figures.epochsUntilActivation(staking.epoch()).map(Long::doubleValue));
        amounts(
                StakingSignals.PENDING_WITHDRAWALS,
                StakingSignals.PENDING_WITHDRAWALS_GEN,
                figures.withdrawals()
                        .map(all -> all.stream()
                                .filter(withdrawal -> !withdrawal.claimable())
                                .toList()));
        amounts(
                StakingSignals.CLAIMABLE_WITHDRAWALS,
                StakingSignals.CLAIMABLE_WITHDRAWALS_GEN,
                figures.withdrawals()
                        .map(all -> all.stream()
                                .filter(ValidatorFigures.Leaving::claimable)
                                .toList()));
    }

    private void amounts(
            Signal count, Signal sum, Optional<? extends List<? extends ValidatorFigures.Amount>> amounts) {
        number(count, amounts.map(all -> (double) all.size()));
        number(sum, amounts.map(all -> Gen.value(ValidatorFigures.sum(all))));
    }

    private void flag(Signal signal, Optional<Boolean> flag) {
        number(signal, flag.map(holds -> holds ? 1.0 : 0.0));
    }

    private void number(Signal signal, Optional<Double> value) {
        value.ifPresent(known -> readings.add(Reading.reported(node, signal, known)));
    }

    private static double until(Ban ban) {
        return ban.untilEpoch().isPresent() ? ban.untilEpoch().getAsLong() : Double.POSITIVE_INFINITY;
    }
}

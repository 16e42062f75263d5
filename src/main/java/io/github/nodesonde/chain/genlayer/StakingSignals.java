package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that is known of validators and epochs from the staking contract. */
@Component
final class StakingSignals implements SignalSource {

    private static final String NO_VALIDATOR = "the contract does not know the address";
    private static final String CUT = NO_VALIDATOR + ", or the list was cut short before it";
    private static final String NO_COUNTDOWN = "the record of the epoch has ended, or our clock and the chain's differ";

    static final Signal VALIDATOR_INFO = Signal.info(
                    "genlayer_validator_info", "The validator of the node, and who operates it.")
            .labelled("validator", "operator_address")
            .from("the inventory, and `operator()` of the validator wallet")
            .absent(NO_VALIDATOR);
    static final Signal STAKE_CURRENT = gauge(
                    "genlayer_validator_stake_current", "GEN", "Self-stake of the validator in GEN.")
            .from("`validatorView`: `vStake`");
    static final Signal STAKE_DELEGATED = gauge(
                    "genlayer_validator_stake_delegated",
                    "GEN",
                    "Stake that others delegated to the validator, in GEN.")
            .from("`validatorView`: `dStake`");
    static final Signal IN_ACTIVE_SET = flag(
                    "genlayer_validator_in_active_set", "Whether the validator is among the active ones of this epoch.")
            .from("`activeValidators`")
            .absent(CUT);
    static final Signal LIVE = flag(
                    "genlayer_validator_live",
                    "Whether the contract calls the validator live: primed and not exited, which says nothing of bans.")
            .from("`validatorView`: `live`");
    static final Signal BANNED = flag(
                    "genlayer_validator_banned",
                    "Whether the validator is banned, for good or until a later epoch, and not merely quarantined.")
            .from("`getAllBannedValidators`, which lists quarantines too")
            .absent(CUT);
    static final Signal BANNED_UNTIL = gauge(
                    "genlayer_validator_banned_until_epoch", "epochs", "The first epoch after the ban; +Inf for good.")
            .from("`getAllBannedValidators`")
            .absent("it is not banned");
    static final Signal QUARANTINED = flag(
                    "genlayer_validator_quarantined", "Whether the validator is on the quarantine list.")
            .from("`getAllQuarantinedValidators`")
            .absent(CUT);
    static final Signal PRIMED_EPOCH = gauge(
                    "genlayer_validator_primed_epoch", "epochs", "The epoch for which the validator was primed last.")
            .from("`validatorView`: `ePrimed`");
    static final Signal NEEDS_PRIMING = flag(
                    "genlayer_validator_needs_priming",
                    "Whether the validator was primed neither for this epoch nor for the one before.")
            .from("`ePrimed` and `epoch`");
    static final Signal PENDING_DEPOSITS = gauge(
                    "genlayer_validator_pending_deposits",
                    "deposits",
                    "Deposits of self-stake that are not active yet.")
            .from("`validatorDeposit`: epoch + `activation-epochs` > `epoch`");
    static final Signal PENDING_DEPOSITS_GEN = gauge(
                    "genlayer_validator_pending_deposits_gen", "GEN", "Self-stake that is not active yet, in GEN.")
            .from("`validatorDeposit`");
    static final Signal EPOCHS_REMAINING = gauge(
                    "genlayer_validator_epochs_remaining_for_activation",
                    "epochs",
                    "Epochs until the next deposit is active; 0 when none is pending.")
            .from("`validatorDeposit`");
    static final Signal PENDING_WITHDRAWALS = gauge(
                    "genlayer_validator_pending_withdrawals", "withdrawals", "Withdrawals that are still unbonding.")
            .from("`validatorWithdrawal`: epoch + `unbonding-epochs` > `epoch`");
    static final Signal PENDING_WITHDRAWALS_GEN = gauge(
                    "genlayer_validator_pending_withdrawals_gen", "GEN", "Self-stake that is still unbonding, in GEN.")
            .from("`validatorWithdrawal`");
    static final Signal CLAIMABLE_WITHDRAWALS = gauge(
                    "genlayer_validator_claimable_withdrawals", "withdrawals", "Withdrawals that can be claimed now.")
            .from("`validatorWithdrawal`");
    static final Signal CLAIMABLE_WITHDRAWALS_GEN = gauge(
                    "genlayer_validator_claimable_withdrawals_gen",
                    "GEN",
                    "Self-stake that can be claimed now, in GEN.")
            .from("`validatorWithdrawal`");

    static final Signal EPOCH_CURRENT = Signal.gauge("genlayer_epoch_current", "epochs", "Number of the current epoch.")
            .ofNetwork()
            .from("`epoch`");
    static final Signal EPOCH_START = Signal.gauge(
                    "genlayer_epoch_start_timestamp_seconds",
                    "seconds",
                    "Unix time at which the current epoch started.")
            .ofNetwork()
            .from("`epochEven` or `epochOdd`");
    static final Signal EPOCH_UNTIL_NEXT = Signal.gauge(
                    "genlayer_epoch_time_until_next_seconds",
                    "seconds",
                    "Time until the next epoch may start at the earliest; 0 once that has passed.")
            .ofNetwork()
            .from("its start and `epochMinDuration`, `epochZeroMinDuration` in epoch 0")
            .absent(NO_COUNTDOWN);
    static final Signal EPOCH_OVERDUE = Signal.flag(
                    "genlayer_epoch_overdue", "Whether the next epoch might have started by now and has not.")
            .ofNetwork()
            .from("the same")
            .absent(NO_COUNTDOWN);

    @Override
    public Optional<String> kind() {
        return Optional.of(GenLayerKind.TYPE);
    }

    @Override
    public List<Signal> signals() {
        return List.of(
                VALIDATOR_INFO,
                STAKE_CURRENT,
                STAKE_DELEGATED,
                IN_ACTIVE_SET,
                LIVE,
                BANNED,
                BANNED_UNTIL,
                QUARANTINED,
                PRIMED_EPOCH,
                NEEDS_PRIMING,
                PENDING_DEPOSITS,
                PENDING_DEPOSITS_GEN,
                EPOCHS_REMAINING,
                PENDING_WITHDRAWALS,
                PENDING_WITHDRAWALS_GEN,
                CLAIMABLE_WITHDRAWALS,
                CLAIMABLE_WITHDRAWALS_GEN,
                EPOCH_CURRENT,
                EPOCH_START,
                EPOCH_UNTIL_NEXT,
                EPOCH_OVERDUE);
    }

    private static Signal gauge(String name, String unit, String help) {
        return Signal.gauge(name, unit, help).absent(NO_VALIDATOR);
    }

    private static Signal flag(String name, String help) {
        return Signal.flag(name, help).absent(NO_VALIDATOR);
    }
}

package io.github.nodesonde.chain.genlayer.staking;

import static java.util.Comparator.comparingLong;

import io.github.nodesonde.chain.genlayer.contract.Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What follows for one validator from what was told, the same for every source. Amounts are in wei; what cannot be told is
 * empty.
 *
 * @param inActiveSet whether it is on the list of active validators
 * @param quarantined whether it is on the quarantine list
 * @param banned whether it is on the list of bans and there for good, or until a later epoch without being quarantined:
 *     the contract lists quarantines among the bans too
 * @param ban how long; empty unless it is banned
 * @param needsPriming whether it was primed for neither this epoch nor the one before; never so in epoch 0
 * @param pendingDeposits those that are not active yet, the next one first
 * @param withdrawals all that were not paid out, the first to be claimable first
 */
public record ValidatorFigures(
        Optional<Address> operator,
        Optional<BigInteger> selfStake,
        Optional<BigInteger> delegatedStake,
        Optional<Boolean> inActiveSet,
        Optional<Boolean> live,
        Optional<Boolean> quarantined,
        Optional<Boolean> banned,
        Optional<Ban> ban,
        Optional<Long> primedEpoch,
        Optional<Boolean> needsPriming,
        Optional<List<Pending>> pendingDeposits,
        Optional<List<Leaving>> withdrawals) {

    static ValidatorFigures of(Address validator, ValidatorAnswer.Known told, StakingState state, Periods periods) {
        long epoch = state.epoch().number();
        Optional<Boolean> banned = state.isBanned(validator);
        return new ValidatorFigures(
                told.operator(),
                told.selfStake(),
                told.delegatedStake(),
                state.active().flatMap(list -> list.contains(validator)),
                told.live(),
                state.quarantined().flatMap(list -> list.contains(validator)),
                banned,
                banned.filter(holds -> holds).flatMap(_ -> state.banned().flatMap(list -> list.of(validator))),
                told.primedEpoch(),
                told.primedEpoch().map(primed -> epoch > 0 && primed < epoch - 1),
                told.deposits().map(deposits -> pending(deposits, epoch, periods)),
                told.withdrawals().map(withdrawals -> leaving(withdrawals, epoch, periods)));
    }

    /** Epochs until the next deposit is active; 0 when none is pending. */
    public Optional<Long> epochsUntilActivation(long epoch) {
        return pendingDeposits.map(
                pending -> pending.isEmpty() ? 0L : pending.getFirst().activeAtEpoch() - epoch);
    }

    /** Self-stake together with what is on its way in. */
    public Optional<BigInteger> stakeToCome() {
        return selfStake.flatMap(stake -> pendingDeposits.map(pending -> stake.add(sum(pending))));
    }

    public static BigInteger sum(List<? extends Amount> amounts) {
        return amounts.stream().map(Amount::stake).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Pending> pending(List<Deposit> deposits, long epoch, Periods periods) {
        return deposits.stream()
                .map(deposit -> new Pending(deposit.stake(), deposit.epoch() + periods.activation()))
                .filter(deposit -> deposit.activeAtEpoch() > epoch)
                .sorted(comparingLong(Pending::activeAtEpoch))
                .toList();
    }

    private static List<Leaving> leaving(List<Withdrawal> withdrawals, long epoch, Periods periods) {
        return withdrawals.stream()
                .map(withdrawal -> {
                    long claimableAt = withdrawal.epoch() + periods.unbonding();
                    return new Leaving(withdrawal.stake(), claimableAt, epoch >= claimableAt);
                })
                .sorted(comparingLong(Leaving::claimableAtEpoch))
                .toList();
    }

    /** Some stake, in wei. */
    public sealed interface Amount {
        BigInteger stake();
    }

    /** A deposit that is not active yet. */
    public record Pending(BigInteger stake, long activeAtEpoch) implements Amount {}

    /** A withdrawal that was not paid out yet. */
    public record Leaving(BigInteger stake, long claimableAtEpoch, boolean claimable) implements Amount {}
}

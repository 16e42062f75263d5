package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.InBrief;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the API tells of a node's validator. Amounts are exact. All but {@code source} is empty for an address that is no
 * validator.
 *
 * @param bannedUntilEpoch empty when it is not banned, and when it is for good
 * @param deposits those that are not active yet
 * @param withdrawals all that were not paid out, claimable ones too
 */
record StakingTopic(
        String source,
        Optional<Long> block,
        Optional<Instant> asOf,
        Optional<String> stakeGen,
        Optional<String> delegatedGen,
        Optional<Boolean> inActiveSet,
        Optional<Boolean> live,
        Optional<Boolean> banned,
        Optional<Long> bannedUntilEpoch,
        Optional<Boolean> quarantined,
        Optional<Long> primedEpoch,
        Optional<Boolean> needsPriming,
        Optional<List<Deposit>> deposits,
        Optional<List<Withdrawal>> withdrawals)
        implements InBrief {

    static final String NAME = "staking";

    static StakingTopic of(ValidatorStaking staking) {
        Optional<ValidatorFigures> figures = staking.figures();
        return new StakingTopic(
                staking.network().source().label(),
                figures.flatMap(_ -> EpochTopic.block(staking.network().state())),
                figures.map(_ -> staking.network().state().asOf()),
                figures.flatMap(ValidatorFigures::selfStake).map(Gen::text),
                figures.flatMap(ValidatorFigures::delegatedStake).map(Gen::text),
                figures.flatMap(ValidatorFigures::inActiveSet),
                figures.flatMap(ValidatorFigures::live),
                figures.flatMap(ValidatorFigures::banned),
                figures.flatMap(ValidatorFigures::ban).flatMap(StakingTopic::until),
                figures.flatMap(ValidatorFigures::quarantined),
                figures.flatMap(ValidatorFigures::primedEpoch),
                figures.flatMap(ValidatorFigures::needsPriming),
                figures.flatMap(ValidatorFigures::pendingDeposits)
                        .map(all -> all.stream()
                                .map(one -> new Deposit(Gen.text(one.stake()), one.activeAtEpoch()))
                                .toList()),
                figures.flatMap(ValidatorFigures::withdrawals)
                        .map(all -> all.stream()
                                .map(one -> new Withdrawal(Gen.text(one.stake()), one.claimableAtEpoch()))
                                .toList()));
    }

    /** The stake is rounded down to hundredths here. */
    @Override
    public List<String> inBrief() {
        return Stream.of(
                        banned.filter(holds -> holds)
                                .map(_ -> bannedUntilEpoch
                                        .map(epoch -> "banned until epoch " + epoch)
                                        .orElse("banned for good")),
                        quarantined.filter(holds -> holds).map(_ -> "quarantined"),
                        needsPriming.filter(holds -> holds).map(_ -> "needs priming"),
                        inActiveSet.map(active -> active ? "active" : "not active"),
                        stakeGen.map(stake -> "stake " + rounded(stake) + " GEN"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String rounded(String amount) {
        var format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(new BigDecimal(amount));
    }

    private static Optional<Long> until(Ban ban) {
        return ban.untilEpoch().isPresent() ? Optional.of(ban.untilEpoch().getAsLong()) : Optional.empty();
    }

    record Deposit(String gen, long activeAtEpoch) {}

    record Withdrawal(String gen, long claimableAtEpoch) {}
}

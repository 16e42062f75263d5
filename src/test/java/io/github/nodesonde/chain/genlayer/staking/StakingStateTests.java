package io.github.nodesonde.chain.genlayer.staking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.observation.Reason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StakingStateTests {

    private static final Address VALIDATOR = address(1);
    private static final long EPOCH = 12;

    private Optional<Listing<Ban>> banned = Optional.of(Listing.whole(Map.of()));
    private Optional<Listing<Ban>> quarantined = Optional.of(Listing.whole(Map.of()));
    private ValidatorAnswer answer = known(Optional.empty(), Optional.empty());

    @Test
    void whatTheSourceDidNotTellIsUnknown() {
        ValidatorFigures figures = figures();

        assertThat(figures.operator()).isEmpty();
        assertThat(figures.selfStake()).isEmpty();
        assertThat(figures.live()).isEmpty();
        assertThat(figures.needsPriming()).isEmpty();
        assertThat(figures.pendingDeposits()).isEmpty();
        assertThat(figures.withdrawals()).isEmpty();
        assertThat(figures.epochsUntilActivation(EPOCH)).isEmpty();
        assertThat(figures.stakeToCome()).isEmpty();
    }

    @Test
    void listThatWasCutTellsOfWhomItNamesAndOfNobodyElse() {
        quarantined = Optional.of(new Listing<>(Map.of(address(2), Ban.until(15)), Optional.of(150)));
        assertThat(figures().quarantined()).isEmpty();

        quarantined = Optional.of(new Listing<>(Map.of(VALIDATOR, Ban.until(15)), Optional.empty()));
        assertThat(figures().quarantined()).contains(true);
    }

    @Test
    void noListTellsNothing() {
        banned = Optional.empty();

        assertThat(figures().banned()).isEmpty();
        assertThat(state().bannedCount()).isEmpty();
    }

    @Test
    void banThatMayBeAQuarantineIsUnknownWhileThatListWasCut() {
        banned = Optional.of(Listing.whole(Map.of(VALIDATOR, Ban.until(15))));
        quarantined = Optional.of(new Listing<>(Map.of(), Optional.empty()));

        assertThat(figures().banned()).isEmpty();
        assertThat(figures().ban()).isEmpty();
        assertThat(state().bannedCount()).isEmpty();
    }

    @Test
    void banForGoodIsOneWhateverTheOtherListSays() {
        banned = Optional.of(Listing.whole(Map.of(VALIDATOR, Ban.FOR_GOOD)));
        quarantined = Optional.empty();

        assertThat(figures().banned()).contains(true);
        assertThat(figures().ban()).contains(Ban.FOR_GOOD);
    }

    @Test
    void bansAreCountedWithoutQuarantinesAndWithoutThoseThatAreOver() {
        banned = Optional.of(Listing.whole(Map.of(
                address(2), Ban.FOR_GOOD,
                address(3), Ban.until(15),
                address(4), Ban.until(15),
                address(5), Ban.until(12))));
        quarantined = Optional.of(Listing.whole(Map.of(address(4), Ban.until(15))));

        assertThat(state().bannedCount()).contains(2);
    }

    @Test
    void periodsAreAsConfigured() {
        answer = known(
                Optional.of(List.of(new Deposit(BigInteger.ONE, 10))),
                Optional.of(List.of(new Withdrawal(BigInteger.TWO, 8))));

        assertThat(figures().pendingDeposits()).contains(List.of());
        assertThat(figures().withdrawals()).contains(List.of(new ValidatorFigures.Leaving(BigInteger.TWO, 15, false)));

        ValidatorFigures others = state().figures(VALIDATOR, new Periods(3, 4)).orElseThrow();
        assertThat(others.pendingDeposits()).contains(List.of(new ValidatorFigures.Pending(BigInteger.ONE, 13)));
        assertThat(others.withdrawals()).contains(List.of(new ValidatorFigures.Leaving(BigInteger.TWO, 12, true)));
    }

    @Test
    void strangersAndThoseNotReadHaveNoFigures() {
        answer = new ValidatorAnswer.Stranger();
        assertThat(state().figures(VALIDATOR, Periods.DEFAULT)).isEmpty();

        answer = new ValidatorAnswer.Unread(Reason.REFUSED, "exit code 1");
        assertThat(state().figures(VALIDATOR, Periods.DEFAULT)).isEmpty();
    }

    @Test
    void amountsAreWrittenExactly() {
        assertThat(Gen.text(new BigInteger("42000000000000000000001"))).isEqualTo("42000.000000000000000001");
        assertThat(Gen.text(BigInteger.TEN.pow(20))).isEqualTo("100");
        assertThat(Gen.text(BigInteger.ZERO)).isEqualTo("0");
        assertThat(Gen.text(BigInteger.ONE)).isEqualTo("0.000000000000000001");
        assertThat(Gen.value(new BigInteger("1200500000000000000000"))).isEqualTo(1200.5);
    }

    private ValidatorFigures figures() {
        return state().figures(VALIDATOR, Periods.DEFAULT).orElseThrow();
    }

    private StakingState state() {
        return new StakingState(
                Instant.EPOCH,
                OptionalLong.empty(),
                new Epoch(EPOCH, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                banned,
                quarantined,
                Map.of(VALIDATOR, answer));
    }

    private static ValidatorAnswer known(Optional<List<Deposit>> deposits, Optional<List<Withdrawal>> withdrawals) {
        return new ValidatorAnswer.Known(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                deposits,
                withdrawals);
    }

    private static Address address(long number) {
        return new Address(String.format(Locale.ROOT, "%040x", number));
    }
}

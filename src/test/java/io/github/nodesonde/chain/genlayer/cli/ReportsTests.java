package io.github.nodesonde.chain.genlayer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Deposit;
import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.chain.genlayer.staking.Withdrawal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tool printed, and what is read of it. */
class ReportsTests {

    private static final Instant NOW = Instant.parse("2026-01-02T18:00:00Z");
    private static final BigInteger WEI_PER_GEN = BigInteger.TEN.pow(18);
    private static final Address OPERATOR = address("0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB");

    @Nested
    class OfTheEpoch {

        @Test
        void epochIsReadWithItsCountdownAndTheLeastStake() throws UnreadableOutput {
            EpochReport report = EpochReport.read(Captures.out("01-epoch-info"));

            assertThat(report.number()).isEqualTo(12);
            assertThat(report.next()).isEqualTo(new EpochReport.Next.In(Duration.ofMinutes(14 * 60 + 29)));
            assertThat(report.minStake()).contains(gen(42_000));
        }

        @Test
        void countdownIsCutToTheMinuteSoTheLastMinuteIsNotOverdue() throws UnreadableOutput {
            Epoch epoch = EpochReport.read(text("12", "0h 0m")).epoch(NOW);

            assertThat(epoch.untilNext(NOW)).contains(Duration.ZERO);
            assertThat(epoch.overdue(NOW.plusSeconds(59))).contains(false);
            assertThat(epoch.overdue(NOW.plusSeconds(60))).contains(true);
            assertThat(epoch.startedAt()).isEmpty();
        }

        @Test
        void firstEpochHasNoneBeforeIt() throws UnreadableOutput {
            Epoch epoch = EpochReport.read(Captures.out("04-epoch-info-epoch0")).epoch(NOW);

            assertThat(epoch.number()).isZero();
            assertThat(epoch.untilNext(NOW)).contains(Duration.ofMinutes(29));
            assertThat(epoch.overdue(NOW)).contains(false);
        }

        @Test
        void overdueEpochCouldHaveEndedWhenItsShortestDurationWasOver() throws UnreadableOutput {
            Epoch epoch =
                    EpochReport.read(Captures.out("05-epoch-info-overdue")).epoch(NOW);

            assertThat(epoch.overdue(NOW)).contains(true);
            assertThat(epoch.untilNext(NOW)).contains(Duration.ZERO);
            assertThat(epoch.earliestNextAt()).contains(NOW.minus(Duration.ofHours(100 - 24)));
        }

        @Test
        void firstEpochThatIsOverdueIsSoNowAtTheLatest() throws UnreadableOutput {
            Epoch epoch = EpochReport.read(Captures.out("05-epoch-info-overdue").replace("Epoch: 12", "Epoch: 0"))
                    .epoch(NOW);

            assertThat(epoch.earliestNextAt()).contains(NOW);
            assertThat(epoch.overdue(NOW)).contains(true);
        }

        @Test
        void endedRecordTellsNoCountdown() throws UnreadableOutput {
            Epoch epoch = EpochReport.read(Captures.out("01-epoch-info").replace("in 14h 29m", "Next epoch started"))
                    .epoch(NOW);

            assertThat(epoch.earliestNextAt()).isEmpty();
            assertThat(epoch.overdue(NOW)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"3d 22h 59m, 94:59", "24h 0m, 24:00", "0h 5m, 0:05", "23h 59m, 23:59", "120d 0h 1m, 2880:01"})
        void durationIsReadHoweverLong(String text, String expected) throws UnreadableOutput {
            String[] parts = expected.split(":", 2);

            assertThat(EpochReport.read(text("12", text)).next())
                    .isEqualTo(new EpochReport.Next.In(
                            Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]))));
        }

        @Test
        void clockBehindTheChainsIsNoObstacle() throws UnreadableOutput {
            String out = Captures.out("05-epoch-info-overdue").replace("4d 4h 0m ago", "-1h -30m ago");

            assertThat(EpochReport.read(out).epoch(NOW).earliestNextAt()).contains(NOW);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n\n",
                    "Result:\n{}",
                    "  Current Epoch: 12 (started 9h 30m ago)",
                    "  Current Epoch: x (started 9h 30m ago)\n  Next Epoch:    in 14h 29m",
                    "  Current Epoch: 12 (started 9h 30m ago)\n  Next Epoch:    soon",
                    "  Current Epoch: 12 (started 9h 30m ago)\n  Next Epoch:    in a while",
                    "{ currentEpoch: '2', timeUntilNextEpoch: '19h 56m' }\n\n"
                })
        void anythingElseIsRefused(String out) {
            refused(() -> EpochReport.read(out));
        }

        private static String text(String number, String next) {
            return Captures.out("01-epoch-info")
                    .replace("Epoch: 12", "Epoch: " + number)
                    .replace("14h 29m", next);
        }
    }

    @Nested
    class OfValidators {

        @Test
        void liveValidatorIsReadExactly() throws UnreadableOutput {
            assertThat(read("10-validator-info-live", "1"))
                    .isEqualTo(new ValidatorAnswer.Known(
                            Optional.of(OPERATOR),
                            Optional.of(gen(42_000)),
                            Optional.of(new BigInteger("1234500000000000000000")),
                            Optional.of(true),
                            Optional.of(12L),
                            Optional.of(List.of()),
                            Optional.of(List.of())));
        }

        @Test
        void depositsAreReadToTheLastWei() throws UnreadableOutput {
            ValidatorAnswer.Known known = read("11-validator-info-pending-deposits", "2");

            assertThat(known.deposits())
                    .contains(List.of(
                            new Deposit(gen(42_000), 11), new Deposit(new BigInteger("1000000000000000000001"), 12)));
            assertThat(known.selfStake()).contains(BigInteger.ZERO);
            assertThat(known.live()).contains(false);
        }

        @Test
        void withdrawalsAreReadWhetherClaimableOrNot() throws UnreadableOutput {
            assertThat(read("17-validator-info-pending-withdrawals", "7").withdrawals())
                    .contains(List.of(
                            new Withdrawal(gen(7), 4),
                            new Withdrawal(gen(101), 5),
                            new Withdrawal(gen(5), 6),
                            new Withdrawal(gen(9), 12)));
        }

        @Test
        void primingAndBansAreLeftToTheModel() throws UnreadableOutput {
            assertThat(read("13-validator-info-needs-priming", "3").primedEpoch())
                    .contains(10L);
            assertThat(read("15-validator-info-banned-temporary", "5").live()).contains(false);
        }

        @Test
        void depositsAreUnknownWhereTheToolMayHaveLeftSomeOut() throws UnreadableOutput {
            ValidatorAnswer.Known known =
                    ValidatorReport.read(Captures.out("10-validator-info-live"), watched("1"), new Periods(3, 7));

            assertThat(known.deposits()).isEmpty();
            assertThat(known.withdrawals()).contains(List.of());
        }

        @Test
        void jsonIsReadAlike() throws UnreadableOutput {
            String json = """
                    {
                      "validator": "0x1111111111111111111111111111111111111111",
                      "operator": "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB",
                      "vStake": "42000 GEN",
                      "dStake": "1234.5 GEN",
                      "ePrimed": "12",
                      "needsPriming": false,
                      "live": true,
                      "banned": "Not banned",
                      "selfStakePendingDeposits": "None",
                      "selfStakePendingWithdrawals": "None",
                      "identity": {"moniker": "x\\n  Banned: Not banned"}
                    }
                    """;

            assertThat(ValidatorReport.read(json, watched("1"), Periods.DEFAULT))
                    .isEqualTo(read("10-validator-info-live", "1"));
        }

        @Test
        void layoutForPeopleIsNeverReadWhateverItHolds() {
            refused(() -> ValidatorReport.read(
                    """

                    Identity
                      Moniker:     Forger
                    Result:
                    """ + Captures.out("10-validator-info-live").replace("\nResult:\n", ""),
                    watched("1"),
                    Periods.DEFAULT));
        }

        @Test
        void anotherValidatorIsNoAnswer() {
            refused(() -> read("10-validator-info-live", "2"));
        }

        @ParameterizedTest
        @CsvSource({
            "'42000 GEN', '42000 ETH'",
            "'42000 GEN', '-1 GEN'",
            "'42000 GEN', '1.0000000000000000001 GEN'",
            "'12', 'twelve'",
            "live: true, live: 1",
            "vStake, stake",
            "selfStakePendingDeposits: 'None', 'selfStakePendingDeposits: [ ... 3 more items ]'",
            "selfStakePendingWithdrawals: 'None', selfStakePendingWithdrawals: [ 1 ]"
        })
        void fieldThatIsNotAsItShouldBeIsRefused(String right, String wrong) {
            String out = Captures.out("10-validator-info-live");
            assertThat(out).contains(right);

            refused(() -> ValidatorReport.read(out.replace(right, wrong), watched("1"), Periods.DEFAULT));
        }

        private static ValidatorAnswer.Known read(String capture, String digit) throws UnreadableOutput {
            return ValidatorReport.read(Captures.out(capture), watched(digit), Periods.DEFAULT);
        }
    }

    @Nested
    class OfLists {

        @Test
        void activeValidatorsAreReadWhole() throws UnreadableOutput {
            assertThat(ListReport.active(Captures.out("30-active-validators")))
                    .isEqualTo(Listing.whole(List.of(watched("1"), watched("3"), watched("7"), watched("8"))));
            assertThat(ListReport.active(Captures.out("37-active-validators-empty")))
                    .isEqualTo(Listing.whole(List.of()));
        }

        @Test
        void longListIsCutShortAndSaysSo() throws UnreadableOutput {
            Listing<Address> active = ListReport.active(Captures.out("60-active-validators-150"));

            assertThat(active.named()).hasSize(100);
            assertThat(active.size()).contains(150);
            assertThat(active.named().keySet())
                    .allSatisfy(named -> assertThat(active.contains(named)).contains(true));
            assertThat(active.contains(watched("1"))).isEmpty();
        }

        @Test
        void bansAndQuarantinesSayUntilWhen() throws UnreadableOutput {
            assertThat(ListReport.bans(Captures.out("32-banned-validators")))
                    .isEqualTo(Listing.whole(Map.of(watched("5"), Ban.until(15), watched("6"), Ban.FOR_GOOD)));
            assertThat(ListReport.bans(Captures.out("31-quarantined-validators")))
                    .isEqualTo(Listing.whole(Map.of(watched("4"), Ban.until(13))));
        }

        @Test
        void fullPageOfBansMayHaveANextOne() throws UnreadableOutput {
            Listing<Ban> full = ListReport.bans(bans(100));

            assertThat(full.size()).isEmpty();
            assertThat(full.isWhole()).isFalse();
            assertThat(full.contains(watched("1"))).isEmpty();
            assertThat(ListReport.bans(bans(99)).contains(watched("1"))).contains(false);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Result:\n{ count: 2, validators: [ '0x1111111111111111111111111111111111111111' ] }",
                    "Result:\n{ count: 1, validators: [ '0x1' ] }",
                    "Result:\n{ count: 1, validators: [ 1 ] }",
                    "Result:\n{ validators: [] }",
                    "Result:\n{ count: 0 }",
                    "Result:\n[]",
                    "┌────┐\n│ a  │\n└────┘"
                })
        void listThatContradictsItselfIsRefused(String out) {
            refused(() -> ListReport.active(out));
            refused(() -> ListReport.bans(out));
        }

        private static String bans(int count) {
            var entries = new StringBuilder();
            for (int i = 0; i < count; i++) {
                entries.append("{ validator: '0x%040x', untilEpoch: '15', permanentlyBanned: false },\n".formatted(i));
            }
            return "\nResult:\n{ count: " + count + ", validators: [ " + entries + " ] }\n\n";
        }
    }

    private static void refused(ThrowingCallable reading) {
        assertThatExceptionOfType(UnreadableOutput.class).isThrownBy(reading);
    }

    private static BigInteger gen(long amount) {
        return WEI_PER_GEN.multiply(BigInteger.valueOf(amount));
    }

    private static Address watched(String digit) {
        return address("0x" + digit.repeat(40));
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}

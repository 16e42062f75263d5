package io.github.nodesonde.chain.genlayer.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.command.Command;
import io.github.nodesonde.command.CommandRunner;
import io.github.nodesonde.command.NoOutput;
import io.github.nodesonde.command.Output;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.RoundFailure;
import io.github.nodesonde.transport.NoReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rounds of recorded runs. */
class CliSourceTests {

    private static final Instant NOW = Instant.parse("2026-01-02T18:00:00Z");
    private static final Address LIVE = watched("1");
    private static final Address STRANGER = watched("9");
    private static final String INFO = "validator-info " + LIVE;
    private static final Output NO_JSON = Captures.output("22-validator-info-json-flag");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RecordedTool tool = RecordedTool.captured()
            .answers(INFO + " --json", NO_JSON)
            .answers(INFO, Captures.output("10-validator-info-live"))
            // Whether the one or the other is asked first, and so with what flag, is left to chance.
            .answers("validator-info " + STRANGER + " --json", Captures.output("19-validator-info-not-a-validator"))
            .answers("validator-info " + STRANGER, Captures.output("19-validator-info-not-a-validator"));
    private final CliSource source = source(tool);

    @Test
    void roundTellsEpochListsAndValidators() throws Exception {
        StakingState state = read(LIVE, STRANGER);

        assertThat(state.asOf()).isEqualTo(NOW);
        assertThat(state.block()).isEmpty();
        assertThat(state.epoch().number()).isEqualTo(12);
        assertThat(state.epoch().untilNext(NOW)).contains(Duration.ofMinutes(869));
        assertThat(state.minStake()).contains(new java.math.BigInteger("42000000000000000000000"));
        assertThat(state.active()).map(Listing::size).contains(Optional.of(4));
        assertThat(state.bannedCount()).contains(2);
        assertThat(state.quarantined())
                .map(Listing::named)
                .hasValueSatisfying(named -> assertThat(named).containsOnlyKeys(watched("4")));
        assertThat(state.validators().get(LIVE)).isInstanceOf(ValidatorAnswer.Known.class);
        assertThat(state.validators().get(STRANGER)).isEqualTo(new ValidatorAnswer.Stranger());
        assertThat(state.figures(LIVE, Periods.DEFAULT)).hasValueSatisfying(figures -> {
            assertThat(figures.inActiveSet()).contains(true);
            assertThat(figures.needsPriming()).contains(false);
            assertThat(figures.banned()).contains(false);
        });
    }

    @Test
    void everyRunHasAnArgumentVectorAndAnAccountWithoutAKey() throws Exception {
        read();

        assertThat(tool.asked().getFirst())
                .isEqualTo(new Command(
                        List.of(
                                "node",
                                "genlayer.js",
                                "staking",
                                "epoch-info",
                                "--network",
                                "testnet-asimov",
                                "--rpc",
                                "http://127.0.0.1:9/",
                                "--staking-address",
                                "0x63Fa5E0bb10fb6fA98F44726C5518223F767687A"),
                        tool.asked().getFirst().files()));
        assertThat(tool.asked())
                .allSatisfy(command -> assertThat(command.files())
                        .containsOnlyKeys(".genlayer/keystores/default.json")
                        .extractingByKey(".genlayer/keystores/default.json")
                        .asString()
                        .matches("\\{\"address\":\"[0-9a-f]{40}\"}"));
    }

    @Test
    void whetherTheReleaseHasJsonIsFoundOutOnce() throws Exception {
        read(LIVE);
        read(LIVE);

        assertThat(tool.questions().stream().filter(question -> question.startsWith(INFO)))
                .containsExactly(INFO + " --json", INFO, INFO);
    }

    @Test
    void jsonIsAskedForAgainWhenTheToolWasReplaced() throws Exception {
        read(LIVE);
        tool.answers(INFO, new Output(0, "\nIdentity\n  Moniker:     x\n", "", Duration.ZERO));

        assertThat(unread(LIVE, read(LIVE)).reason()).isEqualTo(Reason.MALFORMED);

        tool.answers(INFO + " --json", Captures.output("10-validator-info-live"));
        assertThat(read(LIVE).validators().get(LIVE)).isInstanceOf(ValidatorAnswer.Known.class);
    }

    @Test
    void validatorThatCannotBeReadLeavesTheOthersWhatTheyAre() throws Exception {
        tool.answers(INFO, Captures.output("50-rpc-unreachable"));

        StakingState state = read(LIVE, STRANGER);

        assertThat(unread(LIVE, state))
                .isEqualTo(new ValidatorAnswer.Unread(
                        Reason.REFUSED, "Failed to get validator info: An unknown RPC error occurred."));
        assertThat(state.validators().get(STRANGER)).isEqualTo(new ValidatorAnswer.Stranger());
        assertThat(state.figures(LIVE, Periods.DEFAULT)).isEmpty();
    }

    @Test
    void roundFailsWithTheEpoch() {
        fails(
                Captures.output("00-epoch-info-no-keystore"),
                Reason.REFUSED,
                "Failed to get epoch info: Account 'default' not found. Run 'genlayer account create --name default' first.");
        fails(
                Captures.output("41-localnet-no-staking"),
                Reason.REFUSED,
                "Failed to get epoch info: Staking is not supported on studio-based networks. Use testnet-asimov for staking operations.");
        fails(
                Captures.output("52-rpc-http-503"),
                Reason.REFUSED,
                "Failed to get epoch info: An unknown RPC error occurred.");
        fails(new Output(0, "hello\n", "", Duration.ZERO), Reason.MALFORMED, "the tool's epoch info ends early");
        fails(new Output(9, "", "", Duration.ZERO), Reason.REFUSED, "the tool ended with exit code 9");
        fails(new NoOutput(NoOutput.Why.NOT_STARTED, "not there", Duration.ZERO), Reason.UNREACHABLE, "not there");
        fails(new NoOutput(NoOutput.Why.TIMED_OUT, "too slow", Duration.ZERO), Reason.TIMED_OUT, "too slow");
        fails(new NoOutput(NoOutput.Why.TOO_LARGE, "too much", Duration.ZERO), Reason.TOO_LARGE, "too much");
        fails(new NoOutput(NoOutput.Why.NO_HOME, "no home", Duration.ZERO), Reason.INTERNAL, "no home");
    }

    @Test
    void complaintIsPrintableAndNamesNoUrl() {
        fails(
                new Output(
                        1,
                        "\nError:\nfetch https://user:key@rpc.example.org/v1?k=s failed\n",
                        "- Fetching\n\u001B[31m✖\u001B[39m Fail\u0007ed\u202E to get it\n\n",
                        Duration.ZERO),
                Reason.REFUSED,
                "Fail\uFFFDed\uFFFD to get it: fetch … failed");
    }

    @Test
    void roundFailsWithAListButNotForAReleaseThatHasNone() throws Exception {
        tool.answers(
                "banned-validators", new Output(1, "", "error: unknown command 'banned-validators'\n", Duration.ZERO));

        assertThat(read().banned()).isEmpty();

        tool.answers("banned-validators", Captures.output("52-rpc-http-503"));
        assertThatExceptionOfType(RoundFailure.class).isThrownBy(this::read);
    }

    @Test
    void endpointThatIsAskedTooMuchIsLeftAlone() {
        tool.answers(
                INFO,
                new Output(
                        1,
                        "\nError:\nRequest exceeds defined limit.\n",
                        "✖ Failed to get validator info\n",
                        Duration.ZERO));

        assertThatExceptionOfType(RoundFailure.class)
                .isThrownBy(() -> read(LIVE))
                .withMessage("Failed to get validator info: Request exceeds defined limit.");
    }

    @Test
    void whatWasReadWhileTheEpochRolledIsReadAgain() throws Exception {
        Output next = replaced("Epoch: 12", "Epoch: 13");
        tool.answers("epoch-info", Captures.output("01-epoch-info"), next);

        assertThat(read(LIVE).epoch().number()).isEqualTo(13);
        assertThat(tool.questions()).containsSubsequence("epoch-info", INFO, "epoch-info", INFO, "epoch-info");
    }

    @Test
    void epochThatRollsAgainAndAgainFailsTheRound() {
        tool.answers(
                "epoch-info",
                Captures.output("01-epoch-info"),
                replaced("Epoch: 12", "Epoch: 13"),
                replaced("Epoch: 12", "Epoch: 14"));

        assertThatExceptionOfType(RoundFailure.class).isThrownBy(this::read);
    }

    @Test
    void runsAtOnceAreBounded() throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        CommandRunner counting = (command, deadline) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                return tool.run(command, deadline);
            } finally {
                running.decrementAndGet();
            }
        };

        source(counting).read(Set.of(LIVE, STRANGER), CliSourceTests::nowhere);

        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void costIsCounted() throws Exception {
        read(LIVE, STRANGER);

        assertThat(registry.scrape())
                .contains(
                        "nodesonde_cli_cpu_seconds_total{network=\"asimov\"} 5.2\n",
                        "nodesonde_cli_runs_total{command=\"epoch-info\",network=\"asimov\",outcome=\"answered\"} 2.0\n",
                        "nodesonde_cli_runs_total{command=\"active-validators\",network=\"asimov\",outcome=\"answered\"} 1.0\n",
                        "nodesonde_cli_runs_total{command=\"validator-info\",network=\"asimov\",outcome=\"answered\"} 3.0\n");
    }

    @Test
    void failedRunIsCountedWithItsReasonAndItsCost() {
        tool.answers("epoch-info", new NoOutput(NoOutput.Why.TIMED_OUT, "too slow", Duration.ofSeconds(2)));

        assertThatExceptionOfType(RoundFailure.class).isThrownBy(this::read);

        assertThat(registry.scrape())
                .contains(
                        "nodesonde_cli_cpu_seconds_total{network=\"asimov\"} 2.0\n",
                        "nodesonde_cli_runs_total{command=\"epoch-info\",network=\"asimov\",outcome=\"timed-out\"} 1.0\n");
    }

    private void fails(Object answer, Reason reason, String message) {
        RecordedTool broken = RecordedTool.captured().answers("epoch-info", answer);

        assertThatExceptionOfType(RoundFailure.class)
                .isThrownBy(() -> new CliSource(
                                new CliTool(
                                        "x", RecordedTool.SETTINGS, broken, new CliMeters(new SimpleMeterRegistry())),
                                RecordedTool.SETTINGS,
                                Clock.systemUTC())
                        .read(Set.of(), CliSourceTests::nowhere))
                .withMessage(message)
                .extracting(RoundFailure::reason)
                .isEqualTo(reason);
    }

    private CliSource source(CommandRunner runner) {
        return new CliSource(
                new CliTool("asimov", RecordedTool.SETTINGS, runner, new CliMeters(registry)),
                RecordedTool.SETTINGS,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private StakingState read(Address... validators) throws RoundFailure, InterruptedException {
        return source.read(Set.of(validators), CliSourceTests::nowhere);
    }

    private static ValidatorAnswer.Unread unread(Address validator, StakingState state) {
        assertThat(state.validators().get(validator)).isInstanceOf(ValidatorAnswer.Unread.class);
        return (ValidatorAnswer.Unread) requireNonNull(state.validators().get(validator));
    }

    private static Output replaced(String before, String after) {
        Output output = Captures.output("01-epoch-info");
        return new Output(0, output.out().replace(before, after), output.err(), output.cpu());
    }

    private static io.github.nodesonde.transport.Reply nowhere(
            io.github.nodesonde.transport.Question question, Duration deadline) throws NoReply {
        throw new NoReply(NoReply.Why.FORBIDDEN, "the tool asks by itself");
    }

    private static Address watched(String digit) {
        return Address.parse("0x" + digit.repeat(40)).orElseThrow();
    }
}

package io.github.nodesonde.chain.genlayer.cli;

import static io.github.nodesonde.chain.genlayer.staking.StakingSettings.Source.CLI;
import static io.github.nodesonde.chain.genlayer.staking.StakingSettings.Source.RPC;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Deposit;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.command.Command;
import io.github.nodesonde.command.Output;
import io.github.nodesonde.demo.genlayer.StandInChain;
import io.github.nodesonde.demo.genlayer.StandInChain.Setting;
import io.github.nodesonde.demo.genlayer.StandInChain.Validator;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.RoundFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real tool, asking a chain whose state is known; and the other source of the same state beside it, which must tell the
 * same.
 */
class GenLayerCliIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<Address> WATCHED = Stream.of("1", "2", "3", "4", "5", "6", "7", "8", "9")
            .map(GenLayerCliIT::address)
            .collect(toSet());

    private static Path program = Path.of("not-installed-yet");

    private final Instant started = Instant.now().minus(Duration.ofMinutes(9 * 60 + 30));
    private final StandInChain chain = new StandInChain(base());
    private final BothSources sources = new BothSources(chain, program);

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        program = InstalledTool.program();
    }

    @AfterEach
    void stop() {
        sources.close();
        chain.close();
    }

    @Test
    void bothSourcesTellTheSameOfEverySituation() throws Exception {
        StakingState told = read(WATCHED);

        assertThat(told.epoch().number()).isEqualTo(12);
        assertThat(told.minStake()).contains(StandInChain.gen("42000"));
        assertThat(told.active()).map(Listing::size).contains(Optional.of(6));
        assertThat(told.bannedCount()).contains(2);
        assertThat(figures(told, "1").delegatedStake()).contains(StandInChain.gen("1234.500000000000000001"));
        assertThat(known(told, "2").deposits())
                .contains(List.of(
                        new Deposit(StandInChain.gen("42000"), 11),
                        new Deposit(StandInChain.gen("0.000000000000000001"), 12)));
        assertThat(figures(told, "3").needsPriming()).contains(true);
        assertThat(figures(told, "4").quarantined()).contains(true);
        assertThat(figures(told, "4").banned()).contains(false);
        assertThat(figures(told, "5").banned()).contains(true);
        assertThat(figures(told, "6").ban())
                .hasValueSatisfying(ban -> assertThat(ban.untilEpoch()).isEmpty());
        assertThat(figures(told, "7").withdrawals())
                .hasValueSatisfying(all -> assertThat(all)
                        .extracting(ValidatorFigures.Leaving::claimable)
                        .containsExactly(true, false));
        assertThat(told.validators().get(address("9"))).isEqualTo(new ValidatorAnswer.Stranger());
        assertThat(sources.registry()
                        .get("nodesonde_cli_cpu_seconds_total")
                        .counter()
                        .count())
                .isGreaterThan(1);
        assertThat(children()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("epochs")
    void bothSourcesTellTheSameOfEveryEpoch(String what, Setting setting) throws Exception {
        chain.change(_ -> setting);

        assertThat(read(Set.of()).epoch().overdue(Instant.now()))
                .as(what)
                .isEqualTo(
                        switch (what) {
                            case "overdue", "overdue in epoch 0" -> Optional.of(true);
                            case "ended" -> Optional.empty();
                            default -> Optional.of(false);
                        });
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> epochs() {
        Instant now = Instant.now();
        return Map.of(
                        "epoch 0", Setting.of(0, now.minusSeconds(1800)),
                        "overdue in epoch 0", Setting.of(0, now.minusSeconds(7200)),
                        "overdue", Setting.of(12, now.minus(Duration.ofDays(4))),
                        "ended", Setting.of(12, now.minus(Duration.ofDays(2))).ended(now.minusSeconds(60)),
                        "started just now", Setting.of(13, now.minusSeconds(20)).paddedTo(5))
                .entrySet()
                .stream()
                .map(entry -> org.junit.jupiter.params.provider.Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void ofAListThatTheToolCutsShortItTellsOnlyWhatItNames() throws Exception {
        Validator[] crowd = IntStream.rangeClosed(1, 150)
                .mapToObj(i -> Validator.primed("0x%040x".formatted(i), 12))
                .toArray(Validator[]::new);
        Validator[] banned = IntStream.rangeClosed(201, 330)
                .mapToObj(i ->
                        Validator.primed("0x%040x".formatted(i), 3).inactive().bannedUntil(20))
                .toArray(Validator[]::new);
        chain.change(_ -> Setting.of(12, started).with(crowd).with(banned));
        Set<Address> watched = Stream.of(1, 150, 201, 330)
                .map(i -> Address.parse("0x%040x".formatted(i)).orElseThrow())
                .collect(toSet());

        StakingState cli = sources.read(CLI, watched);
        StakingState rpc = sources.read(RPC, watched);

        assertThat(cli.active()).map(Listing::size).contains(Optional.of(150));
        assertThat(cli.banned()).map(Listing::size).contains(Optional.empty());
        assertThat(rpc.banned()).map(Listing::size).contains(Optional.of(130));
        List<Optional<Boolean>> active = new ArrayList<>();
        List<Optional<Boolean>> bans = new ArrayList<>();
        for (int i : List.of(1, 150, 201, 330)) {
            ValidatorFigures its = cli.figures(
                            Address.parse("0x%040x".formatted(i)).orElseThrow(), Periods.DEFAULT)
                    .orElseThrow();
            active.add(its.inActiveSet());
            bans.add(its.banned());
        }
        assertThat(active).containsExactly(Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(bans).containsExactly(Optional.empty(), Optional.empty(), Optional.of(true), Optional.empty());
        assertAgreementWhereTold(cli, rpc, watched);
    }

    @Test
    void roundDuringWhichTheEpochRollsTellsOneEpoch() throws Exception {
        Set<Address> watched = Set.of(address("2"), address("3"));
        StakingState before = sources.read(RPC, watched);
        chain.changeAfter(25, setting -> setting.nextEpoch(Instant.now()));

        StakingState cli = sources.read(CLI, watched);

        assertThat(cli.epoch().number()).isEqualTo(13);
        assertAgreement(cli, sources.read(RPC, watched), watched);

        chain.changeAfter(1, setting -> setting.nextEpoch(Instant.now()));
        StakingState pinned = sources.read(RPC, watched);

        assertThat(pinned.epoch().number()).isEqualTo(13);
        assertThat(before.epoch().number()).isEqualTo(12);
        assertAgreement(cli, pinned, watched);
    }

    @Test
    void whatAValidatorCallsItselfForgesNothing() throws Exception {
        chain.change(_ -> Setting.of(12, started)
                .with(Validator.primed(digits("1"), 10)
                        .named("x'\"`\n}\n\nResult:\n{ validator: '" + digits("1")
                                + "', vStake: '1 GEN' }\u001B[2J ${1} \u202E ".repeat(9))));

        StakingState told = read(Set.of(address("1")));

        assertThat(figures(told, "1").selfStake()).contains(StandInChain.gen("42000"));
        assertThat(figures(told, "1").needsPriming()).contains(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = StandInChain.Fault.class,
            names = {"SILENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void faultOfTheEndpointFailsTheRoundInTheToolsOwnWords(StandInChain.Fault fault) {
        chain.fail(fault);

        assertThatExceptionOfType(RoundFailure.class)
                .isThrownBy(() -> sources.read(CLI, Set.of()))
                .withMessageStartingWith("Failed to get epoch info: ")
                .withMessageNotContaining("127.0.0.1")
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
                    assertThat(failure.asksForPatience()).isEqualTo(fault == StandInChain.Fault.RATE_LIMITED);
                });
    }

    @Test
    void endpointThatNeverAnswersEndsWithTheDeadlineAndLeavesNoProcess() {
        chain.fail(StandInChain.Fault.SILENT);

        assertThatExceptionOfType(RoundFailure.class)
                .isThrownBy(() -> sources.read(CLI, Set.of(), Duration.ofSeconds(4)))
                .withMessage("the command did not end within 4 s and was killed")
                .extracting(RoundFailure::reason)
                .isEqualTo(Reason.TIMED_OUT);
        assertThat(children()).isEmpty();
    }

    @Test
    void toolFailsInTheWaysThatWereCaptured() throws Exception {
        assertThat(run(Map.of(), "epoch-info", "--network", "testnet-asimov"))
                .satisfies(output -> assertThat(Complaint.of(output).words())
                        .isEqualTo(Complaint.of(Captures.output("00-epoch-info-no-keystore"))
                                .words()))
                .extracting(Output::exitCode)
                .isEqualTo(1);
        assertThat(run(account(), "epoch-info", "--network", "localnet"))
                .satisfies(output -> assertThat(Complaint.of(output).words())
                        .isEqualTo(Complaint.of(Captures.output("41-localnet-no-staking"))
                                .words()))
                .extracting(Output::exitCode)
                .isEqualTo(1);
        assertThat(run(account(), "validator-info", digits("1"), "--json"))
                .satisfies(
                        output -> assertThat(Complaint.of(output).isAboutJson()).isTrue())
                .extracting(Output::exitCode)
                .isEqualTo(1);
    }

    private StakingState read(Set<Address> watched) throws RoundFailure, InterruptedException {
        StakingState cli = sources.read(CLI, watched);
        assertAgreement(cli, sources.read(RPC, watched), watched);
        return cli;
    }

    private static void assertAgreement(StakingState cli, StakingState rpc, Set<Address> watched) {
        assertThat(cli.epoch().number()).isEqualTo(rpc.epoch().number());
        Instant now = cli.asOf();
        assertThat(cli.epoch().untilNext(now).isPresent())
                .isEqualTo(rpc.epoch().untilNext(now).isPresent());
        cli.epoch()
                .untilNext(now)
                .ifPresent(left -> assertThat(left)
                        .isBetween(
                                rpc.epoch().untilNext(now).orElseThrow().minus(MINUTE),
                                rpc.epoch().untilNext(now).orElseThrow().plusSeconds(2)));
        assertThat(cli.epoch().overdue(now)).isEqualTo(rpc.epoch().overdue(now));
        assertThat(cli.minStake()).isEqualTo(rpc.minStake());
        assertThat(cli.active()).isEqualTo(rpc.active());
        assertThat(cli.banned()).isEqualTo(rpc.banned());
        assertThat(cli.quarantined()).isEqualTo(rpc.quarantined());
        for (Address validator : watched) {
            assertThat(cli.figures(validator, Periods.DEFAULT))
                    .as(validator.toString())
                    .isEqualTo(rpc.figures(validator, Periods.DEFAULT));
        }
    }

    /** What the tool leaves untold it may leave untold; what it tells must be true. */
    private static void assertAgreementWhereTold(StakingState cli, StakingState rpc, Set<Address> watched) {
        List<Function<ValidatorFigures, Optional<?>>> signals = List.of(
                ValidatorFigures::inActiveSet,
                ValidatorFigures::banned,
                ValidatorFigures::quarantined,
                ValidatorFigures::live,
                ValidatorFigures::selfStake,
                ValidatorFigures::needsPriming);
        for (Address validator : watched) {
            ValidatorFigures told = cli.figures(validator, Periods.DEFAULT).orElseThrow();
            ValidatorFigures truth = rpc.figures(validator, Periods.DEFAULT).orElseThrow();
            for (Function<ValidatorFigures, Optional<?>> signal : signals) {
                signal.apply(told)
                        .ifPresent(value -> assertThat(Optional.of(value)).isEqualTo(signal.apply(truth)));
            }
        }
    }

    private Output run(Map<String, String> files, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(program.toString(), "staking"));
        all.addAll(List.of(arguments));
        return sources.runner().run(new Command(all, files), MINUTE);
    }

    private static Map<String, String> account() {
        return Map.of(".genlayer/keystores/default.json", "{\"address\":\"" + "1".repeat(40) + "\"}");
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("node"));
    }

    private Setting base() {
        return Setting.of(12, started)
                .with(
                        Validator.primed(digits("1"), 12).stake("42000", "1234.500000000000000001"),
                        Validator.primed(digits("2"), 0)
                                .stake("0", "0")
                                .notLive()
                                .inactive()
                                .deposit(3, "1")
                                .deposit(11, "42000")
                                .deposit(12, "0.000000000000000001"),
                        Validator.primed(digits("3"), 10),
                        Validator.primed(digits("4"), 12).inactive().quarantinedUntil(13),
                        Validator.primed(digits("5"), 11).notLive().inactive().bannedUntil(15),
                        Validator.primed(digits("6"), 11).notLive().inactive().bannedForGood(),
                        Validator.primed(digits("7"), 12).withdrawal(4, "7").withdrawal(12, "9.5"),
                        Validator.primed(digits("8"), 11).stake("99999999999.000000000000000001", "0"),
                        Validator.primed(digits("a"), 12),
                        Validator.primed(digits("b"), 12))
                .paddedTo(9);
    }

    private static ValidatorFigures figures(StakingState state, String digit) {
        return state.figures(address(digit), Periods.DEFAULT).orElseThrow();
    }

    private static ValidatorAnswer.Known known(StakingState state, String digit) {
        assertThat(state.validators().get(address(digit))).isInstanceOf(ValidatorAnswer.Known.class);
        return (ValidatorAnswer.Known) requireNonNull(state.validators().get(address(digit)));
    }

    private static Address address(String digit) {
        return Address.parse(digits(digit)).orElseThrow();
    }

    private static String digits(String digit) {
        return "0x" + digit.repeat(40);
    }
}

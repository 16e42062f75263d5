package io.github.nodesonde.chain.genlayer;

import static io.github.nodesonde.chain.genlayer.rpc.ContractState.GEN;
import static io.github.nodesonde.chain.genlayer.rpc.ContractState.address;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.rpc.ContractState;
import io.github.nodesonde.chain.genlayer.rpc.ContractState.Commit;
import io.github.nodesonde.chain.genlayer.rpc.ContractState.Entry;
import io.github.nodesonde.chain.genlayer.rpc.RpcServer;
import io.github.nodesonde.chain.genlayer.staking.CliSettings;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.LoopbackTransport;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a contract's state, over real JSON-RPC, to the exact series, topics and findings that follow. */
class StakingTests {

    private static final LoopbackTransport TRANSPORT = new LoopbackTransport();
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Instant START = Instant.ofEpochSecond(ContractState.START);

    private static final List<HealthRule> RULES = List.of(
            new NotAValidator(),
            new Banned(),
            new Quarantined(),
            new NeedsPriming(),
            new PrimingDue(),
            new NotInActiveSet(),
            new StakeBelowMinimum(),
            new AddressMismatch(),
            new DepositSoon(),
            new ListIncomplete());

    private final ContractState contract = new ContractState();
    private final RpcServer server = new RpcServer(contract);
    private final Address validator = contract.join(1);
    private Instant now = START.plus(Duration.ofHours(9).plusMinutes(30));

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    @Test
    void validatorThatIsWell() {
        Seen seen = seen();

        assertThat(seen.ofNode())
                .containsExactly(
                        "genlayer_validator_info{operator_address=\"0x0000000000000000000000000000000000100001\","
                                + "validator=\"0x0000000000000000000000000000000000000001\"} 1.0",
                        "genlayer_validator_stake_current 42000.0",
                        "genlayer_validator_stake_delegated 0.0",
                        "genlayer_validator_in_active_set 1.0",
                        "genlayer_validator_live 1.0",
                        "genlayer_validator_banned 0.0",
                        "genlayer_validator_quarantined 0.0",
                        "genlayer_validator_primed_epoch 12.0",
                        "genlayer_validator_needs_priming 0.0",
                        "genlayer_validator_pending_deposits 0.0",
                        "genlayer_validator_pending_deposits_gen 0.0",
                        "genlayer_validator_epochs_remaining_for_activation 0.0",
                        "genlayer_validator_pending_withdrawals 0.0",
                        "genlayer_validator_pending_withdrawals_gen 0.0",
                        "genlayer_validator_claimable_withdrawals 0.0",
                        "genlayer_validator_claimable_withdrawals_gen 0.0");
        assertThat(seen.ofNetwork())
                .containsExactly(
                        "genlayer_epoch_current 12.0",
                        "genlayer_epoch_start_timestamp_seconds 1.76737877E9",
                        "genlayer_epoch_time_until_next_seconds 52200.0",
                        "genlayer_epoch_overdue 0.0");
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.view().topics())
                .containsEntry(
                        "epoch",
                        new EpochTopic(
                                Optional.of(12L),
                                Optional.of(START),
                                Optional.of(START.plusSeconds(86_400)),
                                Optional.of(52_200L),
                                Optional.of(false),
                                Optional.of("rpc"),
                                Optional.of(501_900L),
                                Optional.of(now)))
                .containsEntry(
                        "validators",
                        new ValidatorsTopic(
                                Optional.of(1), Optional.of(1), Optional.of(0), Optional.of(0), Optional.of("42000")));
        assertThat(seen.topic("operator")).isEqualTo(Optional.of("0x0000000000000000000000000000000000100001"));
        assertThat(seen.topic("staking"))
                .isEqualTo(Optional.of(new StakingTopic(
                        "rpc",
                        Optional.of(501_900L),
                        Optional.of(now),
                        Optional.of("42000"),
                        Optional.of("0"),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.of(12L),
                        Optional.of(false),
                        Optional.of(List.of()),
                        Optional.of(List.of()))));
    }

    @Test
    void amountsStayExactUntilTheLastStep() {
        BigInteger stake = new BigInteger("42000000000000000000001");
        change(stake, 12, List.of(), List.of());

        assertThat(seen().topic("staking"))
                .isInstanceOfSatisfying(
                        Optional.class,
                        topic -> assertThat(topic.get())
                                .extracting("stakeGen")
                                .isEqualTo(Optional.of("42000.000000000000000001")));
    }

    @Test
    void addressThatIsNoValidatorHasNoSeriesOfOne() {
        contract.validators.clear();

        Seen seen = seen();

        assertThat(seen.ofNode()).isEmpty();
        assertThat(seen.findings())
                .containsExactly("not-a-validator degraded: the staking contract does not know"
                        + " 0x0000000000000000000000000000000000000001 as a validator");
        assertThat(seen.topic("operator")).isEqualTo(Optional.empty());
        assertThat(seen.topic("staking"))
                .isInstanceOfSatisfying(
                        Optional.class,
                        topic -> assertThat(topic.get())
                                .hasFieldOrPropertyWithValue("source", "rpc")
                                .hasFieldOrPropertyWithValue("block", Optional.empty())
                                .hasFieldOrPropertyWithValue("stakeGen", Optional.empty())
                                .hasFieldOrPropertyWithValue("deposits", Optional.empty()));
        assertThat(seen.view().topics().get("validators")).hasFieldOrPropertyWithValue("watched", Optional.of(0));
    }

    @Test
    void epochZeroHasItsOwnDurationAndNeedsNoPriming() {
        contract.epoch = 0;
        change(contract.minStake, 0, List.of(), List.of());
        now = START.plusSeconds(600);

        Seen seen = seen();

        assertThat(seen.ofNetwork())
                .containsExactly(
                        "genlayer_epoch_current 0.0",
                        "genlayer_epoch_start_timestamp_seconds 1.76737877E9",
                        "genlayer_epoch_time_until_next_seconds 3000.0",
                        "genlayer_epoch_overdue 0.0");
        assertThat(seen.ofNode()).contains("genlayer_validator_needs_priming 0.0");
        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void epochThatIsOverdueStaysAtZeroAndIsFound() {
        now = START.plus(Duration.ofHours(30));

        Seen seen = seen();

        assertThat(seen.ofNetwork())
                .contains("genlayer_epoch_time_until_next_seconds 0.0", "genlayer_epoch_overdue 1.0");
        assertThat(seen.view().findings())
                .extracting(Finding::rule, Finding::subject)
                .containsExactly(tuple("epoch-overdue", Subject.of(network())));
    }

    @Test
    void epochWhoseRecordHasEndedHasNoCountdown() {
        contract.end = ContractState.START + 90_000;
        now = START.plus(Duration.ofHours(30));

        Seen seen = seen();

        assertThat(seen.ofNetwork())
                .containsExactly("genlayer_epoch_current 12.0", "genlayer_epoch_start_timestamp_seconds 1.76737877E9");
        assertThat(seen.view().findings()).isEmpty();
        assertThat(seen.view().topics().get("epoch")).hasFieldOrPropertyWithValue("overdue", Optional.empty());
    }

    @Test
    void longEpochCountsDownAllTheSame() {
        contract.minDuration = 4 * 86_400;

        assertThat(seen().ofNetwork()).contains("genlayer_epoch_time_until_next_seconds 311400.0");
    }

    @Test
    void epochThatIsToStartYetHasNoCountdownForTheClocksDiffer() {
        now = START.minus(Duration.ofHours(2));

        assertThat(seen().ofNetwork())
                .containsExactly("genlayer_epoch_current 12.0", "genlayer_epoch_start_timestamp_seconds 1.76737877E9");
    }

    @Test
    void quarantineIsListedAmongTheBansAndIsNone() {
        contract.banned.add(new Entry(validator, Optional.of(15L)));
        contract.quarantined.add(new Entry(validator, Optional.of(15L)));
        contract.banned.add(new Entry(address(50), Optional.empty()));
        contract.banned.add(new Entry(address(51), Optional.of(12L)));

        Seen seen = seen();

        assertThat(seen.ofNode())
                .contains("genlayer_validator_banned 0.0", "genlayer_validator_quarantined 1.0")
                .noneMatch(line -> line.startsWith("genlayer_validator_banned_until_epoch"));
        assertThat(seen.findings()).containsExactly("quarantined degraded: the validator is quarantined");
        assertThat(seen.view().topics().get("validators"))
                .hasFieldOrPropertyWithValue("quarantined", Optional.of(1))
                .hasFieldOrPropertyWithValue("banned", Optional.of(1));
    }

    @Test
    void banForGoodHasNoEnd() {
        contract.banned.add(new Entry(validator, Optional.empty()));

        Seen seen = seen();

        assertThat(seen.ofNode())
                .contains("genlayer_validator_banned 1.0", "genlayer_validator_banned_until_epoch Infinity");
        assertThat(seen.findings()).containsExactly("banned down: the validator is banned for good");
    }

    @Test
    void banUntilALaterEpochHolds() {
        contract.banned.add(new Entry(validator, Optional.of(15L)));

        Seen seen = seen();

        assertThat(seen.ofNode())
                .contains("genlayer_validator_banned 1.0", "genlayer_validator_banned_until_epoch 15.0");
        assertThat(seen.findings()).containsExactly("banned down: the validator is banned until epoch 15");
    }

    @Test
    void banThatIsOverIsNone() {
        contract.banned.add(new Entry(validator, Optional.of(12L)));

        assertThat(seen().ofNode())
                .contains("genlayer_validator_banned 0.0")
                .noneMatch(line -> line.startsWith("genlayer_validator_banned_until_epoch"));
    }

    @Test
    void depositsAndWithdrawalsAreCountedByTheirEpochs() {
        change(
                contract.minStake,
                12,
                List.of(new Commit(3, GEN), new Commit(11, GEN), new Commit(12, GEN.multiply(BigInteger.TEN))),
                List.of(new Commit(5, GEN), new Commit(6, GEN)));

        Seen seen = seen();

        assertThat(seen.ofNode())
                .contains(
                        "genlayer_validator_pending_deposits 2.0",
                        "genlayer_validator_pending_deposits_gen 11.0",
                        "genlayer_validator_epochs_remaining_for_activation 1.0",
                        "genlayer_validator_pending_withdrawals 1.0",
                        "genlayer_validator_pending_withdrawals_gen 1.0",
                        "genlayer_validator_claimable_withdrawals 1.0",
                        "genlayer_validator_claimable_withdrawals_gen 1.0");
        assertThat(seen.findings()).containsExactly("deposit-soon up: a deposit activates with epoch 13");
        assertThat(seen.topic("staking"))
                .isInstanceOfSatisfying(
                        Optional.class,
                        topic -> assertThat(topic.get())
                                .hasFieldOrPropertyWithValue(
                                        "deposits",
                                        Optional.of(List.of(
                                                new StakingTopic.Deposit("1", 13), new StakingTopic.Deposit("10", 14))))
                                .hasFieldOrPropertyWithValue(
                                        "withdrawals",
                                        Optional.of(List.of(
                                                new StakingTopic.Withdrawal("1", 12),
                                                new StakingTopic.Withdrawal("1", 13)))));
    }

    @Test
    void validatorPrimedTwoEpochsAgoNeedsPriming() {
        change(contract.minStake, 10, List.of(), List.of());

        Seen seen = seen();

        assertThat(seen.ofNode())
                .contains("genlayer_validator_needs_priming 1.0", "genlayer_validator_primed_epoch 10.0");
        assertThat(seen.findings())
                .containsExactly("needs-priming degraded: primed for epoch 10 last, and it is epoch 12: it must be"
                        + " primed to be selected again");
    }

    @Test
    void primingIsDueWhenTheEpochMayEndSoon() {
        change(contract.minStake, 11, List.of(), List.of());

        assertThat(seen().findings()).isEmpty();

        now = START.plus(Duration.ofHours(19));
        Seen seen = seen();
        assertThat(seen.ofNode()).contains("genlayer_validator_needs_priming 0.0");
        assertThat(seen.findings())
                .containsExactly("priming-due degraded: primed for epoch 11 only, and epoch 12 may end in 300 minutes");
    }

    @Test
    void emptyActiveSetLeavesTheValidatorOut() {
        contract.active.clear();
        contract.padding = 5;

        Seen seen = seen();

        assertThat(seen.ofNode()).contains("genlayer_validator_in_active_set 0.0");
        assertThat(seen.view().topics().get("validators")).hasFieldOrPropertyWithValue("active", Optional.of(0));
        assertThat(seen.findings())
                .containsExactly("not-in-active-set degraded: the validator is not in the active set of epoch 12");
    }

    @Test
    void validatorThatJustJoinedMayBeMissingThere() {
        contract.active.clear();
        change(BigInteger.ZERO, 12, List.of(new Commit(11, contract.minStake)), List.of());

        assertThat(seen().findings()).containsExactly("deposit-soon up: a deposit activates with epoch 13");
    }

    @Test
    void tooLittleStakeIsFoundWhateverIsDelegated() {
        change(contract.minStake.subtract(BigInteger.ONE), 12, List.of(), List.of());

        assertThat(seen().findings())
                .containsExactly("stake-below-minimum degraded: self-stake and pending deposits of"
                        + " 41999.999999999999999999 GEN are less than the 42000 GEN that are needed");
    }

    @Test
    void hundredAndFiftyActiveOnesAreAllSeen() {
        contract.active.clear();
        LongStream.range(100, 249).forEach(contract::join);
        contract.active.add(validator);

        Seen seen = seen();

        assertThat(seen.ofNode()).contains("genlayer_validator_in_active_set 1.0");
        assertThat(seen.view().topics().get("validators")).hasFieldOrPropertyWithValue("active", Optional.of(150));
        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void whatIsTooOldIsShownNoMore() {
        Seen fresh = seen();
        Seen old = fresh.at(now.plus(INTERVAL.multipliedBy(3)).plusSeconds(1));

        assertThat(old.ofNode()).isEmpty();
        assertThat(old.ofNetwork()).isEmpty();
        assertThat(old.findings()).isEmpty();
        assertThat(old.topic("staking")).isEqualTo(Optional.empty());
        assertThat(old.view().topics().get("epoch")).hasFieldOrPropertyWithValue("current", Optional.empty());
    }

    private void change(BigInteger stake, long primed, List<Commit> deposits, List<Commit> withdrawals) {
        contract.validators.put(
                validator,
                new ContractState.Validator(
                        address(0x10_0001), stake, BigInteger.ZERO, primed, true, deposits, withdrawals));
    }

    private Network network() {
        return Fixtures.network(new GenLayerNetworkSettings(Optional.of(settings()), Thresholds.DEFAULT));
    }

    private StakingSettings settings() {
        return new StakingSettings(
                StakingSettings.Source.RPC,
                List.of(server.url()),
                Optional.of(ContractState.CONTRACT),
                INTERVAL,
                Duration.ofSeconds(20),
                Periods.DEFAULT,
                new CliSettings(List.of("genlayer"), Optional.empty(), Duration.ofSeconds(30), 2));
    }

    private Seen seen() {
        Node node = Fixtures.node(Optional.of(validator));
        var inquiry = new StakingInquiry(network(), settings(), server.source(Clock.fixed(now, ZoneOffset.UTC)));
        try {
            Map<Subject, ProbeResult> results =
                    inquiry.ask(List.of(node), (question, deadline) -> TRANSPORT.ask(question, Access.FREE, deadline));
            return new Seen(
                    state(requireNonNull(results.get(Subject.of(network())))),
                    state(requireNonNull(results.get(Subject.of(node)))),
                    node,
                    now);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ProbeState state(ProbeResult result) {
        return ProbeState.pending("staking", INTERVAL.multipliedBy(3))
                .after(new Round.Outcome(result, now, Duration.ofMillis(5)));
    }

    /** What is seen as of a time. */
    private final class Seen {

        private final ProbeState ofNetwork;
        private final ProbeState ofNode;
        private final NodeSnapshot node;
        private final Instant asOf;

        Seen(ProbeState ofNetwork, ProbeState ofNode, Node node, Instant asOf) {
            this.ofNetwork = ofNetwork;
            this.ofNode = ofNode;
            this.asOf = asOf;
            this.node = new NodeSnapshot(node, asOf, new LinkedHashMap<>(Map.of("staking", ofNode)), List.of());
        }

        Seen at(Instant later) {
            return new Seen(ofNetwork, ofNode, node.node(), later);
        }

        NetworkView view() {
            var seen = new NetworkSnapshot(
                    network(), asOf, List.of(node), new LinkedHashMap<>(Map.of("staking", ofNetwork)));
            return new GenLayerLens().view(seen, Optional.empty());
        }

        Object topic(String name) {
            return requireNonNull(requireNonNull(view().nodes().get(node.node().id()))
                    .topics()
                    .get(name));
        }

        List<String> ofNode() {
            return lines(node.readings());
        }

        List<String> ofNetwork() {
            return lines(view().readings().stream());
        }

        List<String> findings() {
            return RULES.stream()
                    .flatMap(rule -> rule.judge(node, network(), view(), Optional.empty()).stream())
                    .map(found -> found.rule() + " " + found.verdict().label() + ": " + found.because())
                    .toList();
        }

        private List<String> lines(Stream<Reading> readings) {
            return readings.map(reading -> reading.signal().name()
                            + (reading.labels().isEmpty()
                                    ? ""
                                    : reading.labels().entrySet().stream()
                                            .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                                            .collect(Collectors.joining(",", "{", "}")))
                            + " " + reading.value())
                    .toList();
        }
    }
}

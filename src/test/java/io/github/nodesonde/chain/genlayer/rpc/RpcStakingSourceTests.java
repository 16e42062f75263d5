package io.github.nodesonde.chain.genlayer.rpc;

import static io.github.nodesonde.chain.genlayer.rpc.ContractState.GEN;
import static io.github.nodesonde.chain.genlayer.rpc.ContractState.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.rpc.ContractState.Commit;
import io.github.nodesonde.chain.genlayer.rpc.ContractState.Entry;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Deposit;
import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.chain.genlayer.staking.Withdrawal;
import io.github.nodesonde.faults.Fault;
import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.LoopbackTransport;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcStakingSourceTests {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final LoopbackTransport TRANSPORT = new LoopbackTransport();
    private static final NetworkExchange EXCHANGE =
            (question, deadline) -> TRANSPORT.ask(question, Access.FREE, deadline);

    private final ContractState contract = new ContractState();
    private final RpcServer server = new RpcServer(contract);

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    @Test
    void everythingIsReadAtOneBlock() throws Exception {
        Address validator = contract.join(1);
        contract.validators.put(
                validator,
                new ContractState.Validator(
                        address(0xFB),
                        GEN.multiply(BigInteger.valueOf(42_000)).add(BigInteger.ONE),
                        GEN,
                        11,
                        true,
                        List.of(new Commit(3, GEN), new Commit(11, GEN.multiply(BigInteger.TEN))),
                        List.of(new Commit(9, BigInteger.valueOf(5)))));
        contract.banned.add(new Entry(address(7), Optional.empty()));
        contract.quarantined.add(new Entry(address(8), Optional.of(15L)));

        StakingState state = read(Set.of(validator, address(99)));

        assertThat(state.block()).isEqualTo(OptionalLong.of(RpcServer.BLOCK));
        assertThat(state.epoch())
                .isEqualTo(new Epoch(
                        12,
                        Optional.of(Instant.ofEpochSecond(ContractState.START)),
                        Optional.of(Instant.ofEpochSecond(ContractState.START + 86_400))));
        assertThat(state.minStake()).contains(contract.minStake);
        assertThat(state.active()).contains(Listing.whole(List.of(validator)));
        assertThat(state.banned())
                .map(Listing::named)
                .hasValueSatisfying(named ->
                        assertThat(named).containsOnlyKeys(address(7)).containsEntry(address(7), Ban.FOR_GOOD));
        assertThat(state.quarantined())
                .map(Listing::named)
                .hasValueSatisfying(named -> assertThat(named).containsEntry(address(8), Ban.until(15)));
        assertThat(state.validators())
                .containsEntry(address(99), new ValidatorAnswer.Stranger())
                .containsEntry(
                        validator,
                        new ValidatorAnswer.Known(
                                Optional.of(address(0xFB)),
                                Optional.of(new BigInteger("42000000000000000000001")),
                                Optional.of(GEN),
                                Optional.of(true),
                                Optional.of(11L),
                                Optional.of(
                                        List.of(new Deposit(GEN, 3), new Deposit(GEN.multiply(BigInteger.TEN), 11))),
                                Optional.of(List.of(new Withdrawal(BigInteger.valueOf(5), 9)))));
        assertThat(server.requests.get()).isEqualTo(3);
        assertThat(server.ids).isNotEmpty().allMatch(id -> id >= 1);
    }

    @Test
    void operatorOfAWalletThatHasNoneIsUnknown() throws Exception {
        Address validator = contract.join(1);
        server.brokenSelector = "0x570ca735";
        server.brokenAnswer = "\"error\":{\"code\":3,\"message\":\"execution reverted\"}";

        assertThat(read(Set.of(validator)).validators().get(validator))
                .isInstanceOfSatisfying(ValidatorAnswer.Known.class, known -> {
                    assertThat(known.operator()).isEmpty();
                    assertThat(known.selfStake()).isPresent();
                });
    }

    @Test
    void thousandValidatorsTakeNoMoreThanSixTrips() throws Exception {
        Set<Address> validators = many(1_000);
        LongStream.range(0, 250).forEach(i -> contract.banned.add(new Entry(address(50_000 + i), Optional.of(20L))));

        StakingState state = read(validators);

        assertThat(state.validators()).hasSize(1_000);
        assertThat(state.active().flatMap(Listing::size)).contains(1_000);
        assertThat(state.banned().flatMap(Listing::size)).contains(250);
        assertThat(server.requests.get()).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 399, 400, 401, 2_345})
    void listsAreReadToTheirEnd(int entries) throws Exception {
        LongStream.range(0, entries).forEach(i -> contract.banned.add(new Entry(address(1 + i), Optional.of(20L))));

        assertThat(read(Set.of()).banned().flatMap(Listing::size)).contains(entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 400})
    void contractMayRefusePagesBeyondTheEnd(int entries) throws Exception {
        contract.refusesPagesBeyondTheEnd = true;
        LongStream.range(0, entries)
                .forEach(i -> contract.quarantined.add(new Entry(address(1 + i), Optional.empty())));

        assertThat(read(Set.of()).quarantined().flatMap(Listing::size)).contains(entries);
    }

    static Stream<RpcServer.Answer> refusals() {
        return Stream.of(
                new RpcServer.Answer(
                        200, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"no\"}}"),
                new RpcServer.Answer(413, "<html>too large</html>"),
                new RpcServer.Answer(400, ""),
                new RpcServer.Answer(415, "{}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void batchThatIsRefusedIsMadeSmallerAndThatIsRemembered(RpcServer.Answer refusal) throws Exception {
        Set<Address> validators = many(300);
        server.largestBatch = 100;
        server.refusal = refusal;
        StakingSource source = source(server.url());

        assertThat(source.read(validators, EXCHANGE).validators()).hasSize(300);
        assertThat(server.batches).contains(100).anyMatch(size -> size > 100);
        server.batches.clear();
        assertThat(source.read(validators, EXCHANGE).validators()).hasSize(300);
        assertThat(server.batches).isNotEmpty().allMatch(size -> size <= 100);
    }

    @Test
    void withoutBatchesEverythingIsAskedOneByOne() throws Exception {
        Address validator = contract.join(1);
        server.largestBatch = 0;
        StakingSource source = source(server.url());

        assertThat(source.read(Set.of(validator), EXCHANGE).validators()).containsOnlyKeys(validator);
        server.batches.clear();
        source.read(Set.of(validator), EXCHANGE);
        assertThat(server.batches).isEmpty();
        assertThat(server.ids).isNotEmpty().allMatch(id -> id >= 1);
    }

    @Test
    void answersInAnyOrderFindTheirQuestions() throws Exception {
        Set<Address> validators = many(20);
        StakingState inOrder = read(validators);
        server.mixing = answers -> {
            Collections.reverse(answers);
            return answers;
        };

        assertThat(read(validators).validators()).isEqualTo(inOrder.validators());
    }

    static Stream<Arguments> mixings() {
        return Stream.of(
                arguments(mixing(answers -> answers.removeLast()), "answers are missing: "),
                arguments(mixing(answers -> answers.add(answers.getFirst())), "two answers to one question"),
                arguments(
                        mixing(answers -> answers.set(0, "{\"jsonrpc\":\"2.0\",\"id\":99999,\"result\":\"0x\"}")),
                        "an answer to what was not asked"),
                arguments(
                        mixing(answers -> answers.set(0, "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":\"0x\"}")),
                        "an answer to what was not asked"),
                arguments(
                        mixing(answers -> answers.set(0, "{\"jsonrpc\":\"2.0\",\"id\":1}")),
                        "an answer with neither a result nor an error"),
                arguments(mixing(answers -> answers.set(0, "7")), "an answer with neither a result nor an error"),
                arguments(mixing(answers -> answers.set(0, "{\"id\":1,")), "the body is not valid JSON"));
    }

    @ParameterizedTest
    @MethodSource("mixings")
    void answersThatDoNotMatchTheQuestionsFailTheRound(UnaryOperator<List<String>> mixing, String detail) {
        contract.join(1);
        server.mixing = mixing;

        assertThat(failure(Reason.MALFORMED)).hasMessageStartingWith(detail);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments(new RpcServer.Answer(200, "<html><body>maintenance</body></html>"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"resu"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, ""), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, "[]"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, "{\"id\":1,\"result\":\"0xzz\"}"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, "{\"id\":1,\"result\":501900}"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(200, "{\"id\":2,\"result\":\"0x1\"}"), Reason.MALFORMED),
                arguments(new RpcServer.Answer(503, "unavailable"), Reason.REFUSED),
                arguments(new RpcServer.Answer(401, "{}"), Reason.REFUSED),
                arguments(new RpcServer.Answer(302, ""), Reason.REFUSED),
                arguments(
                        new RpcServer.Answer(200, "{\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no method\"}}"),
                        Reason.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answerThatIsNoneFailsTheRound(RpcServer.Answer answer, Reason reason) {
        server.always = Optional.of(answer);

        assertThat(failure(reason).asksForPatience()).isFalse();
    }

    static Stream<Arguments> brokenCalls() {
        String epoch = "0x900cf0cf";
        String view = "0xb83f5b39";
        return Stream.of(
                arguments(epoch, "\"result\":\"0x\"", Reason.MALFORMED, "there is no staking contract"),
                arguments(epoch, "\"result\":\"0x12\"", Reason.MALFORMED, "epoch() returns not whole words"),
                arguments(
                        epoch,
                        "\"result\":\"0x" + "f".repeat(64) + "\"",
                        Reason.MALFORMED,
                        "a number that is far too large"),
                arguments(
                        view,
                        "\"result\":\"0x" + "0".repeat(64 * 11) + "\"",
                        Reason.MALFORMED,
                        "validatorView() returns 11 words where 12 belong"),
                arguments(
                        "0xd2d49c4b",
                        "\"result\":\"0x" + ContractState.word(32) + ContractState.word(5) + "\"",
                        Reason.MALFORMED,
                        "activeValidators() returns an array of another length"),
                arguments(
                        "0x81636917",
                        "\"result\":\"0x" + ContractState.word(1_000_000) + "\"",
                        Reason.MALFORMED,
                        "far too large"),
                arguments(
                        view,
                        "\"error\":{\"code\":-32000,\"message\":\"missing trie node at https://user:key@10.0.0.1/x\"}",
                        Reason.REFUSED,
                        "validatorView(): JSON-RPC error -32000: missing trie node at (address)"),
                arguments(
                        epoch,
                        "\"error\":{\"code\":-32001,\"message\":\"header not found\"}",
                        Reason.REFUSED,
                        "header not found"));
    }

    @ParameterizedTest
    @MethodSource("brokenCalls")
    void callThatGoesWrongFailsTheRound(String selector, String answer, Reason reason, String detail) {
        contract.join(1);
        server.brokenSelector = selector;
        server.brokenAnswer = answer;

        assertThat(failure(reason)).hasMessageContaining(detail);
    }

    @Test
    void strangersOtherAnswersAreOfNoInterest() throws Exception {
        // The contract refuses validatorView of an address that is no validator.
        assertThat(read(Set.of(address(5))).validators()).containsEntry(address(5), new ValidatorAnswer.Stranger());
    }

    @Test
    void wrongContractIsToldAsSuch() {
        var elsewhere = new RpcStakingSource(
                List.of(new RpcEndpoint(server.url(), AMPLE)), new StakingContract(address(4)), Clock.systemUTC());

        assertThatThrownBy(() -> elsewhere.read(Set.of(), EXCHANGE))
                .hasMessageEndingWith("there is no staking contract at this address");
    }

    static Stream<RpcServer.Answer> limits() {
        return Stream.of(
                new RpcServer.Answer(429, "slow down"),
                new RpcServer.Answer(200, "{\"id\":null,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}"),
                new RpcServer.Answer(400, "{\"id\":null,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void rateLimitEndsTheRound(RpcServer.Answer limit) {
        server.always = Optional.of(limit);
        server.retryAfter = "120";

        RoundFailure failure = failure(Reason.REFUSED);

        assertThat(failure.asksForPatience()).isTrue();
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(server.requests.get()).isEqualTo(1);
    }

    @Test
    void rateLimitWithinABatchEndsTheRoundToo() {
        contract.join(1);
        server.brokenSelector = "0xfacd743b";
        server.brokenAnswer = "\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}";

        assertThat(failure(Reason.REFUSED).asksForPatience()).isTrue();
        assertThat(server.requests.get()).isEqualTo(2);
    }

    @Test
    void nextEndpointIsAskedWhereOneFailsAndFromThenOnFirst() throws Exception {
        Address validator = contract.join(1);
        try (var broken = new RpcServer(contract)) {
            broken.always = Optional.of(new RpcServer.Answer(503, ""));
            StakingSource source = source(broken.url(), server.url());

            assertThat(source.read(Set.of(validator), EXCHANGE).validators()).containsOnlyKeys(validator);
            assertThat(source.read(Set.of(validator), EXCHANGE).validators()).containsOnlyKeys(validator);
            assertThat(broken.requests.get()).isEqualTo(1);
        }
    }

    @Test
    void afterARateLimitTheNextRoundBeginsElsewhere() throws Exception {
        try (var limited = new RpcServer(contract)) {
            limited.always = Optional.of(new RpcServer.Answer(429, ""));
            StakingSource source = source(limited.url(), server.url());

            assertThatThrownBy(() -> source.read(Set.of(), EXCHANGE)).isInstanceOf(RoundFailure.class);
            assertThat(server.requests.get()).isZero();
            assertThat(source.read(Set.of(), EXCHANGE).epoch().number()).isEqualTo(12);
            assertThat(limited.requests.get()).isEqualTo(1);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.HANGS, SHORT, Reason.TIMED_OUT),
                arguments(Fault.DRIPS, SHORT, Reason.TIMED_OUT),
                arguments(Fault.SENDS_SHORT_BODY, AMPLE, Reason.MALFORMED),
                arguments(Fault.SENDS_200_MB, AMPLE, Reason.TOO_LARGE),
                arguments(Fault.SENDS_GZIP_BOMB, AMPLE, Reason.TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void serverThatBreaksHttpFailsTheRound(Fault fault, Duration timeout, Reason reason) {
        try (FaultyServer faulty = FaultyServer.start(fault)) {
            var source = new RpcStakingSource(
                    List.of(new RpcEndpoint(faulty.url(), timeout)),
                    new StakingContract(ContractState.CONTRACT),
                    Clock.systemUTC());

            assertThat(catchThrowableOfType(RoundFailure.class, () -> source.read(Set.of(), EXCHANGE)))
                    .extracting(RoundFailure::reason)
                    .isEqualTo(reason);
        }
    }

    @Test
    void nobodyListeningIsUnreachable() {
        server.close();

        failure(Reason.UNREACHABLE);
    }

    @Test
    void readingAgainAndAgainKeepsNothing() throws Exception {
        Set<Address> validators = many(50);
        StakingSource source = source(server.url());
        for (int i = 0; i < 50; i++) {
            source.read(validators, EXCHANGE);
        }
        long before = usedAfterCollection();
        for (int i = 0; i < 500; i++) {
            source.read(validators, EXCHANGE);
            server.ids.clear();
            server.batches.clear();
        }

        assertThat(usedAfterCollection() - before).isLessThan(8L * 1024 * 1024);
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static UnaryOperator<List<String>> mixing(Consumer<List<String>> change) {
        return answers -> {
            change.accept(answers);
            return answers;
        };
    }

    private Set<Address> many(int count) {
        var validators = new HashSet<Address>();
        LongStream.rangeClosed(1, count).mapToObj(contract::join).forEach(validators::add);
        return validators;
    }

    private StakingState read(Set<Address> validators) throws RoundFailure, InterruptedException {
        return source(server.url()).read(validators, EXCHANGE);
    }

    private RoundFailure failure(Reason reason) {
        RoundFailure failure = catchThrowableOfType(RoundFailure.class, () -> read(contract.validators.keySet()));
        assertThat(failure).extracting(RoundFailure::reason).isEqualTo(reason);
        return failure;
    }

    private static StakingSource source(URI... urls) {
        var endpoints = new ArrayList<RpcEndpoint>();
        for (URI url : urls) {
            endpoints.add(new RpcEndpoint(url, AMPLE));
        }
        return new RpcStakingSource(endpoints, new StakingContract(ContractState.CONTRACT), Clock.systemUTC());
    }
}

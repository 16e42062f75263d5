package io.github.nodesonde.chain.genlayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.rpc.ContractState;
import io.github.nodesonde.chain.genlayer.rpc.RpcServer;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.demo.genlayer.StandInChain;
import io.github.nodesonde.demo.genlayer.StandInChain.Setting;
import io.github.nodesonde.demo.genlayer.StandInChain.Validator;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.LoopbackTransport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Measures staking rounds: over JSON-RPC against an endpoint with 50 ms of latency, and by the command-line tool beside it.
 * Not among the tests, for what it prints is for people; it fails where a goal is missed. Run by
 * {@code ./mvnw test -Dtest=StakingBenchmark}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StakingBenchmark {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 10;
    private static final int MANY = 1_000;
    private static final int MOST_ROUND_TRIPS = 6;
    private static final double MOST_CPU_SECONDS = 1;
    private static final double TIMES_CHEAPER = 500;
    private static final int WATCHED_BY_TOOL = 10;
    private static final int CYCLES = 1_000;
    private static final long MOST_GROWTH = 8L << 20;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static double cpuPerValidator = Double.NaN;

    /** What a round took. */
    private record Cost(long roundTrips, double cpuSeconds, double wallSeconds) {}

    @Test
    @Order(1)
    void manyValidatorsTakeFewRoundTripsAndLittleTime() throws Exception {
        for (int validators : new int[] {10, 100, MANY}) {
            Cost cost = measure(validators);
            System.out.printf(
                    "rpc, %d validators: %d round trips, %.4f CPU s, %.3f s%n",
                    validators, cost.roundTrips, cost.cpuSeconds, cost.wallSeconds);
            cpuPerValidator = cost.cpuSeconds / validators;
            assertThat(cost.roundTrips).isLessThanOrEqualTo(MOST_ROUND_TRIPS);
            assertThat(cost.cpuSeconds).isLessThan(MOST_CPU_SECONDS);
        }
    }

    @Test
    @Order(2)
    void commandLineToolIsDearer() throws Exception {
        Path program = InstalledTool.program();
        Validator[] validators = LongStream.rangeClosed(1, WATCHED_BY_TOOL)
                .mapToObj(number -> Validator.primed(digits(number), 12))
                .toArray(Validator[]::new);
        Set<Address> watched = LongStream.rangeClosed(1, WATCHED_BY_TOOL)
                .mapToObj(number -> Address.parse(digits(number)).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
        var setting = Setting.of(12, Instant.now().minus(Duration.ofHours(9))).with(validators);
        try (var chain = new StandInChain(setting);
                var sources = new BothSources(chain, program)) {
            long wall = System.nanoTime();
            assertThat(sources.read(StakingSettings.Source.CLI, watched).validators())
                    .hasSize(WATCHED_BY_TOOL);
            double cpu = sources.registry()
                            .get("nodesonde_cli_cpu_seconds_total")
                            .counter()
                            .count()
                    / WATCHED_BY_TOOL;
            System.out.printf(
                    "cli, %d validators: %.2f CPU s, %.2f s; per validator %.3f CPU s, %.0f times that of rpc%n",
                    WATCHED_BY_TOOL,
                    cpu * WATCHED_BY_TOOL,
                    seconds(System.nanoTime() - wall),
                    cpu,
                    cpu / cpuPerValidator);
            assertThat(cpu / cpuPerValidator).isGreaterThan(TIMES_CHEAPER);
        }
    }

    @Test
    @Order(3)
    void memoryStaysFlat() throws Exception {
        var contract = new ContractState();
        Set<Address> watched = join(contract, 100);
        try (var server = new RpcServer(contract);
                var transport = new LoopbackTransport()) {
            StakingSource source = server.source(Clock.systemUTC());
            read(source, watched, transport, CYCLES / 10);
            server.forget();
            long before = heapInUse();
            read(source, watched, transport, CYCLES);
            server.forget();
            long growth = heapInUse() - before;
            System.out.printf("rpc, heap after %d rounds: %+d KiB%n", CYCLES, growth >> 10);
            assertThat(growth).isLessThan(MOST_GROWTH);
        }
    }

    private static Cost measure(int validators) throws Exception {
        var contract = new ContractState();
        Set<Address> watched = join(contract, validators);
        try (var server = new RpcServer(contract);
                var transport = new LoopbackTransport()) {
            server.delayBy(Duration.ofMillis(50));
            StakingSource source = server.source(Clock.systemUTC());
            read(source, watched, transport, WARM_UP);
            int requests = server.requestCount();
            long cpu = cpuOfTheGateway();
            long wall = System.nanoTime();
            read(source, watched, transport, ROUNDS);
            return new Cost(
                    (server.requestCount() - requests) / ROUNDS,
                    seconds(cpuOfTheGateway() - cpu) / ROUNDS,
                    seconds(System.nanoTime() - wall) / ROUNDS);
        }
    }

    private static void read(StakingSource source, Set<Address> watched, LoopbackTransport transport, int rounds)
            throws Exception {
        NetworkExchange exchange = (question, deadline) -> transport.ask(question, Access.FREE, deadline);
        for (int i = 0; i < rounds; i++) {
            assertThat(source.read(watched, exchange).validators()).hasSize(watched.size());
        }
    }

    private static Set<Address> join(ContractState contract, int validators) {
        return LongStream.rangeClosed(1, validators).mapToObj(contract::join).collect(Collectors.toUnmodifiableSet());
    }

    /** Of the thread that runs the round, and of the transport's, called node-…; not of the endpoint in the same process. */
    private static long cpuOfTheGateway() {
        return THREADS.getCurrentThreadCpuTime()
                + Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                        .filter(thread ->
                                thread != null && thread.getThreadName().startsWith("node-"))
                        .mapToLong(ThreadInfo::getThreadId)
                        .map(THREADS::getThreadCpuTime)
                        .filter(nanos -> nanos > 0)
                        .sum();
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String digits(long number) {
        return "0x" + String.format(Locale.ROOT, "%040x", number);
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}

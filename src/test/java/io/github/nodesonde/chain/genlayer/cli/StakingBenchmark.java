package io.github.nodesonde.chain.genlayer.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.LoopbackTransport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures a round over JSON-RPC against an endpoint with 50 ms of latency. Not among the tests, for what it prints is for
 * people; run by {@code ./mvnw test -Dtest=StakingBenchmark}.
 */
class StakingBenchmark {

    private static final int WARM_UP = 10;
    private static final int ROUNDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    /** CPU is that of the thread that runs the round: it writes requests, reads answers, and decodes. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void round(int validators) throws Exception {
        var contract = new ContractState();
        Set<Address> watched =
                LongStream.rangeClosed(1, validators).mapToObj(contract::join).collect(Collectors.toUnmodifiableSet());
        try (var server = new RpcServer(contract);
                var transport = new LoopbackTransport()) {
            server.latency = Duration.ofMillis(50);
            NetworkExchange exchange = (question, deadline) -> transport.ask(question, Access.FREE, deadline);
            StakingSource source = server.source(Clock.systemUTC());
            for (int i = 0; i < WARM_UP; i++) {
                source.read(watched, exchange);
            }
            server.requests.set(0);
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(source.read(watched, exchange).validators()).hasSize(validators);
            }
            System.out.printf(
                    "%d validators: %d round trips, %.3f CPU s, %.3f s%n",
                    validators,
                    server.requests.get() / ROUNDS,
                    (threads.getCurrentThreadCpuTime() - cpu) / NANOS_PER_SECOND / ROUNDS,
                    (System.nanoTime() - wall) / NANOS_PER_SECOND / ROUNDS);
        }
    }
}

package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.CliSettings;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingSources;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.command.CommandRunner;
import io.github.nodesonde.demo.genlayer.StandInChain;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.probe.RoundFailure;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.Transport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The gateway's own sources of staking state, with its own transport and runner, and nothing else of it. */
final class BothSources implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(Parts.class);
    private final StandInChain chain;
    private final Path program;

    BothSources(StandInChain chain, Path program) {
        this.chain = chain;
        this.program = program;
    }

    StakingState read(StakingSettings.Source sort, Set<Address> validators) throws RoundFailure, InterruptedException {
        return read(sort, validators, Duration.ofSeconds(60));
    }

    StakingState read(StakingSettings.Source sort, Set<Address> validators, Duration timeout)
            throws RoundFailure, InterruptedException {
        return source(sort, timeout)
                .read(validators, (question, deadline) -> transport().ask(question, Access.FREE, deadline));
    }

    CommandRunner runner() {
        return beans.getBean(CommandRunner.class);
    }

    MeterRegistry registry() {
        return beans.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        beans.close();
    }

    private Transport transport() {
        return beans.getBean(Transport.class);
    }

    private StakingSource source(StakingSettings.Source sort, Duration timeout) {
        var settings = new StakingSettings(
                sort,
                List.of(chain.url()),
                Address.parse(StandInChain.CONTRACT),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Periods.DEFAULT,
                new CliSettings(List.of(program.toString()), Optional.of("testnet-asimov"), timeout, 2));
        return beans.getBeansOfType(StakingSources.class).values().stream()
                .filter(sources -> sources.sort() == sort)
                .findFirst()
                .orElseThrow()
                .of(network(), settings);
    }

    private static Network network() {
        return new Network(
                "asimov", "genlayer", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None());
    }

    @ComponentScan({
        "io.github.nodesonde.transport",
        "io.github.nodesonde.command",
        "io.github.nodesonde.chain.genlayer.cli",
        "io.github.nodesonde.chain.genlayer.rpc"
    })
    @ConfigurationPropertiesScan({"io.github.nodesonde.transport", "io.github.nodesonde.command"})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }
}

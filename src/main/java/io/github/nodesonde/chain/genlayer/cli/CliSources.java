package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingSources;
import io.github.nodesonde.command.CommandRunner;
import io.github.nodesonde.node.Network;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Sources that run the command-line tool. */
@Component
final class CliSources implements StakingSources {

    private final CommandRunner runner;
    private final CliMeters meters;
    private final Clock clock;

    CliSources(CommandRunner runner, CliMeters meters, Clock clock) {
        this.runner = runner;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public StakingSettings.Source sort() {
        return StakingSettings.Source.CLI;
    }

    @Override
    public StakingSource of(Network network, StakingSettings settings) {
        return new CliSource(new CliTool(network.name(), settings, runner, meters), settings, clock);
    }
}

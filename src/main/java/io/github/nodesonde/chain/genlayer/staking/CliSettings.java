package io.github.nodesonde.chain.genlayer.staking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the command-line tool is run: {@code cli:} of {@code staking:}.
 *
 * @param command program and first arguments, never a shell line; not empty
 * @param network what its {@code --network} is given; always there for source {@code cli}
 * @param timeout past which a run and all its children are killed
 * @param concurrency runs at once at most, for this network
 */
public record CliSettings(List<String> command, Optional<String> network, Duration timeout, int concurrency) {

    public CliSettings {
        command = List.copyOf(command);
    }
}

package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingSources;
import io.github.nodesonde.node.Network;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
final class RpcStakingSources implements StakingSources {

    private final Clock clock;

    RpcStakingSources(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StakingSettings.Source sort() {
        return StakingSettings.Source.RPC;
    }

    @Override
    public StakingSource of(Network network, StakingSettings settings) {
        return new RpcStakingSource(
                settings.endpoints().stream()
                        .map(url -> new RpcEndpoint(url, settings.timeout()))
                        .toList(),
                new StakingContract(settings.contract().orElseThrow()),
                clock);
    }
}

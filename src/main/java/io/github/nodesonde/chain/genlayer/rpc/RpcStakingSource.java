package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Reads the contract itself, everything of a round at one block. Where an endpoint fails, the next one is asked in the same
 * round, and from then on first; one that refuses because too much was asked ends the round.
 */
final class RpcStakingSource implements StakingSource {

    private final List<RpcEndpoint> endpoints;
    private final StakingContract contract;
    private final Clock clock;
    private int preferred;

    /** @param endpoints at least one */
    RpcStakingSource(List<RpcEndpoint> endpoints, StakingContract contract, Clock clock) {
        this.endpoints = List.copyOf(endpoints);
        this.contract = contract;
        this.clock = clock;
    }

    @Override
    public StakingState read(Set<Address> validators, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        int first = preferred;
        for (int i = 0; ; i++) {
            int index = (first + i) % endpoints.size();
            try {
                StakingState state = read(endpoints.get(index), validators, exchange);
                preferred = index;
                return state;
            } catch (RoundFailure e) {
                preferred = (index + 1) % endpoints.size();
                if (e.asksForPatience() || i == endpoints.size() - 1) {
                    throw e;
                }
            }
        }
    }

    private StakingState read(RpcEndpoint endpoint, Set<Address> validators, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        PinnedChain chain = PinnedChain.newest(endpoint, exchange);
        return new RpcRound(contract, validators, chain).read(clock.instant());
    }
}

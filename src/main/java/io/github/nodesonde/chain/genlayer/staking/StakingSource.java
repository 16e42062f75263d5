package io.github.nodesonde.chain.genlayer.staking;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import java.util.Set;

/**
 * Tells the staking state of one network. Made for it, and dropped with it; may remember between rounds how the other side
 * likes to be asked. Used by one thread at a time.
 */
public interface StakingSource {

    /**
     * Runs one round. Blocks the calling thread, which is a virtual one; interrupted when the gateway stops or the network
     * goes.
     *
     * @param validators whom to ask about; may be empty
     * @param exchange puts questions to the network's endpoints, within the time of the round
     * @return an answer for every one of the validators
     * @throws RoundFailure when nothing can be told; nothing is published then
     */
    StakingState read(Set<Address> validators, NetworkExchange exchange) throws RoundFailure, InterruptedException;
}

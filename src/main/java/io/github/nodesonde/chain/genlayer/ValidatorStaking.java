package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import java.util.Optional;

/**
 * What a round told of the validator of one node.
 *
 * @param figures empty when the contract does not know the address as a validator
 */
record ValidatorStaking(NetworkStaking network, Address validator, Optional<ValidatorFigures> figures) {

    long epoch() {
        return network.state().epoch().number();
    }
}

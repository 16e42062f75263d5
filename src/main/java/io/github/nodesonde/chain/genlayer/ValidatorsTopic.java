package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import java.util.Optional;

/**
 * How many validators a network has; all empty while nobody told it, and a number while its list was cut short.
 *
 * @param watched nodes whose address the contract knows as a validator
 * @param banned such as are only quarantined left out
 * @param minStakeGen the self-stake that an active validator needs, exact
 */
record ValidatorsTopic(
        Optional<Integer> watched,
        Optional<Integer> active,
        Optional<Integer> quarantined,
        Optional<Integer> banned,
        Optional<String> minStakeGen) {

    static final String NAME = "validators";

    /** @param watched how many nodes have such an address */
    static ValidatorsTopic of(Optional<NetworkStaking> told, int watched) {
        Optional<StakingState> state = told.map(NetworkStaking::state);
        return new ValidatorsTopic(
                state.map(_ -> watched),
                state.flatMap(StakingState::active).flatMap(Listing::size),
                state.flatMap(StakingState::quarantined).flatMap(Listing::size),
                state.flatMap(StakingState::bannedCount),
                state.flatMap(StakingState::minStake).map(Gen::text));
    }
}

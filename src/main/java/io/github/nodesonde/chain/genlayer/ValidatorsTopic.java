package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Gen;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import java.util.List;
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

    /** @param nodes what is known of the nodes' validators */
    static ValidatorsTopic of(Optional<NetworkStaking> told, List<ValidatorStaking> nodes) {
        Optional<StakingState> state = told.map(NetworkStaking::state);
        return new ValidatorsTopic(
                state.map(_ -> (int) nodes.stream()
                        .filter(node -> node.figures().isPresent())
                        .count()),
                state.flatMap(StakingState::active).flatMap(Listing::size),
                state.flatMap(StakingState::quarantined).flatMap(Listing::size),
                state.flatMap(StakingState::bannedCount),
                state.flatMap(StakingState::minStake).map(Gen::text));
    }
}

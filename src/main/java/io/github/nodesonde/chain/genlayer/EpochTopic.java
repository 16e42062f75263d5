package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The epoch of a network; all empty while nobody told it.
 *
 * @param secondsUntilNext time until the next may start at the earliest, never below 0
 * @param source who told it, as the inventory names it
 * @param block at which it was read; empty for a source without blocks
 */
record EpochTopic(
        Optional<Long> current,
        Optional<Instant> startedAt,
        Optional<Instant> earliestNextAt,
        Optional<Long> secondsUntilNext,
        Optional<Boolean> overdue,
        Optional<String> source,
        Optional<Long> block,
        Optional<Instant> asOf) {

    static final String NAME = "epoch";

    static EpochTopic of(Optional<NetworkStaking> told, Instant now) {
        Optional<StakingState> state = told.map(NetworkStaking::state);
        Optional<Epoch> epoch = state.map(StakingState::epoch);
        return new EpochTopic(
                epoch.map(Epoch::number),
                epoch.flatMap(Epoch::startedAt),
                epoch.flatMap(Epoch::earliestNextAt),
                epoch.flatMap(known -> known.untilNext(now)).map(Duration::toSeconds),
                epoch.flatMap(known -> known.overdue(now)),
                told.map(staking -> staking.source().label()),
                state.flatMap(EpochTopic::block),
                state.map(StakingState::asOf));
    }

    static Optional<Long> block(StakingState state) {
        return state.block().isPresent() ? Optional.of(state.block().getAsLong()) : Optional.empty();
    }
}

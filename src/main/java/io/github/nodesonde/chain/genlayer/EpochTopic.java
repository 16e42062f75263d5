package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.health.InBrief;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<Instant> asOf)
        implements InBrief {

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

    @Override
    public List<String> inBrief() {
        Optional<String> next = overdue.orElse(false)
                ? Optional.of("the next one is overdue")
                : secondsUntilNext.map(seconds -> "the next one in %d h %d min at the earliest"
                        .formatted(
                                Duration.ofSeconds(seconds).toHours(),
                                Duration.ofSeconds(seconds).toMinutesPart()));
        return Stream.concat(current.map(number -> "epoch " + number).stream(), next.stream())
                .toList();
    }

    static Optional<Long> block(StakingState state) {
        return state.block().isPresent() ? Optional.of(state.block().getAsLong()) : Optional.empty();
    }
}

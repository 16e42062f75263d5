package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.health.NetworkView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The network's clock.
 *
 * @param slot the wall slot; empty before genesis and while that is unknown
 * @param genesisSource who says when the chain began
 * @param skewed nodes whose own clock differs too much
 */
public record ClockTopic(
        Optional<Long> slot,
        long secondsPerSlot,
        Optional<Instant> genesisAt,
        Optional<String> genesisSource,
        List<Skewed> skewed) {

    public static final String NAME = "clock";

    public ClockTopic {
        skewed = List.copyOf(skewed);
    }

    /** @param skewSlots by which it is ahead of the wall slot; negative when it is behind */
    public record Skewed(String node, long skewSlots) {}

    static ClockTopic of(List<WatchedNode> nodes, LeanNetworkSettings settings, Genesis genesis, Instant asOf) {
        Optional<SlotClock> clock = genesis.clock(settings);
        return new ClockTopic(
                clock.flatMap(wall -> wall.at(asOf)),
                settings.slot().toSeconds(),
                genesis.at(),
                genesis.source().map(Genesis.Source::label),
                nodes.stream()
                        .flatMap(node -> node
                                .clockSkew(clock)
                                .filter(skew -> Math.abs(skew) > node.ownClock().allowedSlots())
                                .map(skew -> new Skewed(node.id(), skew))
                                .stream())
                        .toList());
    }

    public static Optional<ClockTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof ClockTopic topic ? Optional.of(topic) : Optional.empty();
    }
}

package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.observation.ObservationLog;

/**
 * @param forkPolls a network is forked once it was told so many times in a row that its chains part
 * @param finalityStallSlots finality is stalled when the highest finalized slot is further behind the highest head than this
 */
public record ForkLimits(int forkPolls, long finalityStallSlots) {

    public static final ForkLimits DEFAULT = new ForkLimits(3, 64);

    private static final long MAX_SLOTS_APART = 1_000_000;

    /** @param rules the keys under {@code rules:} */
    public static ForkLimits read(Fields rules) {
        return new ForkLimits(
                rules.integer("fork-polls", 1, ObservationLog.ROUNDS_KEPT)
                        .map(Math::toIntExact)
                        .orElse(DEFAULT.forkPolls),
                rules.integer("finality-stall-slots", 1, MAX_SLOTS_APART).orElse(DEFAULT.finalityStallSlots));
    }
}

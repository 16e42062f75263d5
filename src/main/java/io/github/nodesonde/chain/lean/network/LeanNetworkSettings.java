package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.node.NetworkSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys of a lean network.
 *
 * @param genesis when slot 0 began; empty when the operator does not say
 * @param slot how long a slot lasts, in whole seconds
 * @param slotsPerEpoch by which an epoch is worked out for nodes that report none; empty: it is not
 * @param heads when heads are too far apart
 * @param forks when chains have parted, and when finality is too far behind
 */
public record LeanNetworkSettings(
        Optional<Instant> genesis, Duration slot, Optional<Long> slotsPerEpoch, HeadLimits heads, ForkLimits forks)
        implements NetworkSettings {

    /**
     * How far a head may be behind another. A node asked less often than once a slot is given the slots that pass
     * between two rounds.
     */
    public long lagAllowed(Duration interval) {
        long slotsBetweenRounds = Math.ceilDiv(interval.toMillis(), slot.toMillis());
        return heads.lagSlots() + Math.max(0, slotsBetweenRounds - 1);
    }

    /**
     * @param lagSlots a head further behind the highest than this is lagging
     * @param lagClearSlots a head that lagged no longer does at this distance
     * @param chainStallSlots the chain is stalled when the highest head is further behind the wall slot than this
     */
    public record HeadLimits(long lagSlots, long lagClearSlots, long chainStallSlots) {

        public static final HeadLimits DEFAULT = new HeadLimits(4, 2, 8);
    }
}

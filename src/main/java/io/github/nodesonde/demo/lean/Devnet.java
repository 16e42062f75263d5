package io.github.nodesonde.demo.lean;

import java.time.Duration;
import java.time.Instant;

/** The simulated chain. Every so often a slot stays without a block. */
record Devnet(Instant genesis) {

    static final Duration SLOT = Duration.ofSeconds(4);

    private static final long SLOTS_PER_MISSED_BLOCK = 13;
    private static final long SLOTS_TO_JUSTIFY = 3;
    private static final long SLOTS_TO_FINALIZE = 6;

    long slot(Instant now) {
        return Math.max(0, Duration.between(genesis, now).dividedBy(SLOT));
    }

    /** The newest block of whoever has seen the chain up to this slot. */
    long head(long slot) {
        return slot > 0 && slot % SLOTS_PER_MISSED_BLOCK == 0 ? slot - 1 : Math.max(0, slot);
    }

    /** How many blocks lie above genesis, up to this head. */
    long blocks(long head) {
        return head - head / SLOTS_PER_MISSED_BLOCK;
    }

    long justified(long head) {
        return Math.max(0, head - SLOTS_TO_JUSTIFY);
    }

    long finalized(long head) {
        return Math.max(0, head - SLOTS_TO_FINALIZE);
    }
}

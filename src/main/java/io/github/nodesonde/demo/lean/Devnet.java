package io.github.nodesonde.demo.lean;

import java.time.Duration;
import java.time.Instant;

/**
 * The simulated chain: a block in every slot, but every so often one stays without. In a cycle of three minutes a few
 * validators build a fork of their own for some slots, then come back; as long as it lasts nothing new is finalized.
 */
record Devnet(Instant genesis) {

    static final Duration SLOT = Duration.ofSeconds(4);

    private static final long SLOTS_PER_MISSED_BLOCK = 13;
    private static final long SLOTS_TO_JUSTIFY = 3;
    private static final long SLOTS_TO_FINALIZE = 16;
    private static final long SLOTS_PER_FORK = 45;
    private static final long FORK_BEGINS = 30;
    private static final long FORK_ENDS = 40;

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
        return agreedOn(head - SLOTS_TO_JUSTIFY);
    }

    long finalized(long head) {
        return agreedOn(head - SLOTS_TO_FINALIZE);
    }

    /** Whether the chain was forked in this slot. */
    boolean isForked(long slot) {
        long place = slot % SLOTS_PER_FORK;
        return place >= FORK_BEGINS && place < FORK_ENDS;
    }

    /** The newest block at or before the slot that both sides of a fork share. */
    private long agreedOn(long slot) {
        long agreed = Math.max(0, slot);
        return head(isForked(agreed) ? agreed - (agreed % SLOTS_PER_FORK - FORK_BEGINS) - 1 : agreed);
    }
}

package io.github.nodesonde.chain.lean;

import java.time.Duration;
import java.time.Instant;

/** Tells the wall slot: the slot that the chain should be in at an instant. */
record SlotClock(Instant genesis, Duration slot) {

    /** Slots passed since genesis; 0 before it, as the clients' own clocks count. */
    long at(Instant now) {
        return Math.max(0, Math.floorDiv(Duration.between(genesis, now).toMillis(), slot.toMillis()));
    }
}

package io.github.nodesonde.chain.lean.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells the wall slot: the slot that the chain should be in at an instant. */
public record SlotClock(Instant genesis, Duration slot) {

    /** Slots passed since genesis; empty before it. */
    public Optional<Long> at(Instant now) {
        return now.isBefore(genesis)
                ? Optional.empty()
                : Optional.of(Duration.between(genesis, now).toMillis() / slot.toMillis());
    }
}

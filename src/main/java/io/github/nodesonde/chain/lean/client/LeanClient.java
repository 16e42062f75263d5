package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.probe.BadAnswer;
import java.util.List;

/** How one client differs from the others. A bean; being one is all the registration there is. Stateless. */
public interface LeanClient {

    /** As {@code client:} of the inventory spells it, and the {@code client} of the API. */
    String name();

    /** Where its health may be found, the likeliest first. */
    List<String> healthPaths();

    /** The ports it listens at where nobody changed them. */
    Ports ports();

    /** Whether the page can only come from this client. */
    boolean printed(Page page);

    /** Whether the health answer can only come from this client. */
    default boolean answered(LeanHealth health) {
        return false;
    }

    /** Whether only this client answers where the sync is asked for. */
    default boolean tellsSyncing() {
        return false;
    }

    /** How its current slot may differ from the wall slot. */
    default OwnClock ownClock() {
        return OwnClock.EXACT;
    }

    /**
     * The signals that its page tells, or that follow from that page alone.
     *
     * @throws BadAnswer malformed, when the page holds a slot that is none
     */
    List<Reading> readings(Scrape scrape) throws BadAnswer;

    /** What else its page tells of the node. */
    default NodeState state(Scrape scrape) {
        return NodeState.UNTOLD;
    }

    /** @param metrics the same as {@code api} for a client that has one server for both */
    record Ports(int api, int metrics) {}

    /** What a client's current slot is worth as a clock. */
    enum OwnClock {
        /** The wall slot, told at once. */
        EXACT(1),
        /** The wall slot of up to ten seconds ago. */
        LATE(3),
        /** No clock at all: the slot of its head. */
        NONE(Long.MAX_VALUE);

        private final long allowedSlots;

        OwnClock(long allowedSlots) {
            this.allowedSlots = allowedSlots;
        }

        /** By how many slots it may differ from the wall slot with both clocks right. */
        public long allowedSlots() {
            return allowedSlots;
        }
    }
}

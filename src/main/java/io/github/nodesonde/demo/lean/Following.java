package io.github.nodesonde.demo.lean;

/** How a node follows the chain. */
@FunctionalInterface
interface Following {

    /** Never behind. */
    Following CLOSELY = _ -> 0;

    /** In a cycle of two minutes: falls behind slot by slot, catches up two seconds a slot, then keeps up. */
    Following BY_FITS_AND_STARTS = seconds -> {
        long second = seconds % 120;
        if (second < 48) {
            return second / 4;
        }
        return second < 72 ? 12 - (second - 48) / 2 : 0;
    };

    /** How many slots the node is behind, so many seconds after genesis. */
    long slotsBehind(long seconds);

    /** Whether the node holds itself synced: it stops at more than four slots behind, and begins again at two. */
    default boolean isSynced(long seconds) {
        for (long second = seconds; second >= 0; second--) {
            long behind = slotsBehind(second);
            if (behind > 4) {
                return false;
            }
            if (behind <= 2) {
                return true;
            }
        }
        return true;
    }
}

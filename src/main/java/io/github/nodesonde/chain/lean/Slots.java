package io.github.nodesonde.chain.lean;

/** What a slot may be. */
final class Slots {

    /** The last slot up to which a series, whose values are doubles, still tells every slot from the next. */
    static final long LAST = 1L << 53;

    private Slots() {}

    static boolean isSlot(long value) {
        return value >= 0 && value <= LAST;
    }

    static boolean isSlot(double value) {
        return value >= 0 && value <= LAST && value == Math.rint(value);
    }
}

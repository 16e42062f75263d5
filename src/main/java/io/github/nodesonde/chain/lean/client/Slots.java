package io.github.nodesonde.chain.lean.client;

/** What a slot may be. */
public final class Slots {

    /** The last slot up to which a series, whose values are doubles, still tells every slot from the next. */
    public static final long LAST = 1L << 53;

    private Slots() {}

    public static boolean isSlot(long value) {
        return value >= 0 && value <= LAST;
    }

    public static boolean isSlot(double value) {
        return value >= 0 && value <= LAST && value == Math.rint(value);
    }
}

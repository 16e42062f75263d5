package io.github.nodesonde.demo.lean;

/** When a node is there behind its proxy, which answers for it as long as it is not. */
@FunctionalInterface
interface Presence {

    Presence ALWAYS = _ -> true;

    /** In a cycle of 50 seconds: away at first, so long that what it told before no longer counts, then there for a while. */
    Presence NOW_AND_THEN = seconds -> seconds % 50 >= 36;

    /** Whether it is there, so many seconds after genesis. */
    boolean isThere(long seconds);
}

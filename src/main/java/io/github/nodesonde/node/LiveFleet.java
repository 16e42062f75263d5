package io.github.nodesonde.node;

/**
 * The fleet in force. Safe for use by many threads; a reload swaps the whole fleet, so whoever needs a consistent picture
 * asks once and keeps the answer.
 */
@FunctionalInterface
public interface LiveFleet {

    Fleet now();
}

package io.github.nodesonde.demo.lean;

/** The side of a fork that a node is on, while there is one. */
enum Side {
    MAJORITY,
    /** Comes back to the majority when the fork ends. */
    MINORITY
}

package io.github.nodesonde.node;

/** How many nodes of a network must be down for the network to be down. */
public enum DownWhen {
    /** One is enough. */
    ANY,
    /** More than half. */
    MAJORITY,
    /** Every one. */
    ALL,
    /** However many are down, the network is not. */
    NEVER;

    /** Whether {@code down} of {@code total} nodes are enough; never of none. */
    public boolean holds(int down, int total) {
        return total > 0
                && switch (this) {
                    case ANY -> down > 0;
                    case MAJORITY -> 2 * down > total;
                    case ALL -> down == total;
                    case NEVER -> false;
                };
    }
}

package io.github.nodesonde.bench;

/**
 * How the nodes behave; parts of a thousand, of which each node belongs to one at most. Changed while they run.
 *
 * @param hanging take the question and say nothing
 * @param slow answer after two seconds
 * @param late answer one second before the gateway's deadline of six
 * @param dropping close the connection at once
 * @param churning print series of other names each time
 */
record Behaviour(int hanging, int slow, int late, int dropping, int churning) {

    static final Behaviour WELL = new Behaviour(0, 0, 0, 0, 0);

    enum Kind {
        WELL,
        HANGING,
        SLOW,
        LATE,
        DROPPING,
        CHURNING;

        /** Whether such a node answers within the gateway's deadline. */
        boolean isInTime() {
            return this != HANGING && this != DROPPING;
        }
    }

    /** Spread over the fleet, and the same for a node as long as the parts are the same. */
    Kind of(int node) {
        int place = Math.floorMod(node * 379, 1000);
        if ((place -= hanging) < 0) {
            return Kind.HANGING;
        }
        if ((place -= slow) < 0) {
            return Kind.SLOW;
        }
        if ((place -= late) < 0) {
            return Kind.LATE;
        }
        if ((place -= dropping) < 0) {
            return Kind.DROPPING;
        }
        return place - churning < 0 ? Kind.CHURNING : Kind.WELL;
    }
}

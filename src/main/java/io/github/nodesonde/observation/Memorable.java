package io.github.nodesonde.observation;

import java.util.Optional;

/**
 * A report of which something counts after newer ones have come. The log keeps a report of the newest answer only; of a
 * round gone by, no more than this, and nothing of one that is not memorable.
 */
@FunctionalInterface
public interface Memorable {

    /** What is kept of it, small; empty when it told nothing of that. */
    Optional<Record> remembered();
}

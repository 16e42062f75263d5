package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import java.time.Duration;

/** Asks a node out of turn. Thread-safe; a round under way is shared, so that a node is never asked twice at once. */
public interface AskNow {

    /** Returns when a round that ended after this call was made has been logged, or when the deadline has passed. */
    void ask(Node node, Duration deadline) throws InterruptedException;
}

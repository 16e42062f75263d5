package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;

/** Asks a node for who runs no loop. Thread-safe, but not meant for a node that the loop asks as well. */
public interface AskOnce {

    /** Runs one round of the node, then one about its network with this node alone in mind, and writes both into the log. Blocks until it has ended. */
    void ask(Node node) throws InterruptedException;
}

package io.github.nodesonde.observation;

import java.util.Map;

/**
 * What a kind of node adds to the log lines about a node, such as the height it told last. A bean; there may be none.
 * Called for nodes of every kind: one that is not its own gets nothing.
 */
@FunctionalInterface
public interface LogFields {

    /** Names and values of further fields; what the node did not tell is absent. */
    Map<String, Object> of(NodeSnapshot seen);
}

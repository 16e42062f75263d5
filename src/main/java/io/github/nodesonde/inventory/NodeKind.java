package io.github.nodesonde.inventory;

import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeSettings;
import java.time.Duration;
import java.util.List;

/**
 * A kind of node: its name in the inventory and the keys of its own. A bean; being one is all the registration there is.
 *
 * <p>Reading never throws for an operator's mistake: a value that is no good is told to {@link Fields}, which collects
 * problems, and anything may be returned for it. A file with problems is never put in force.
 */
public interface NodeKind {

    /** The value of {@code type:}, and of {@code type} in the API. */
    String type();

    /** The names that {@code skip:} takes, in the order the probes are asked. */
    List<String> probes();

    /** Reads the kind's own keys of a network. Keys that every kind has are read elsewhere. */
    NetworkSettings network(Fields fields);

    /** Reads the kind's own keys of a node, the URLs to ask it at among them. */
    NodeSettings node(Fields fields, NetworkSettings network);

    /** How often a node is asked where the inventory does not say. */
    default Duration interval(NetworkSettings network) {
        return Duration.ofSeconds(15);
    }
}

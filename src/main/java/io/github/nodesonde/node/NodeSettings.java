package io.github.nodesonde.node;

import java.net.URI;
import java.util.Set;

/** What a kind of node reads from its own keys of a node's inventory entry. Implemented by that kind's own record. */
public interface NodeSettings {

    /** The base URLs at which the node may be asked; a question to any other scheme, host or port is refused. */
    Set<URI> urls();
}

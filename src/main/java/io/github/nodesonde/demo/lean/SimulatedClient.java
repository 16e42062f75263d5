package io.github.nodesonde.demo.lean;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/** What of a {@link SimulatedClientNode} only its client decides. Thread-safe. */
interface SimulatedClient {

    /** The keys of the inventory that say where such a node is: YAML, one a line. */
    default String address(URI base) {
        return "url: " + base;
    }

    /** Where it says that it lives. */
    default Set<String> healthPaths() {
        return Set.of("/lean/v0/health");
    }

    /** What it prints of itself then. */
    String metrics(Devnet chain, Instant now);
}

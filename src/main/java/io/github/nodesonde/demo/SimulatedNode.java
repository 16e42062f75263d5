package io.github.nodesonde.demo;

import java.net.URI;
import java.time.Instant;

/** One simulated node; each listens on a loopback port of its own. Answers are functions of time, and thread-safe. */
public interface SimulatedNode {

    String id();

    /** Its entry under {@code nodes:} of the inventory: YAML keys and values, one a line, not indented. */
    String entry(URI base);

    /** Whether anything listens at its address; false simulates a host that is gone. */
    default boolean listens() {
        return true;
    }

    /** The answer to a GET of this path. */
    SimulatedAnswer answer(String path, Instant now);
}

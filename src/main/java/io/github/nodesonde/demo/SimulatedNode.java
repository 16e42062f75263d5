package io.github.nodesonde.demo;

import java.net.URI;
import java.time.Instant;

/** One simulated node; each has a loopback port of its own. Thread-safe: answers are functions of path and time alone. */
public interface SimulatedNode {

    /** As in the inventory; unique in the whole fleet. */
    String id();

    /** Its keys of the inventory beside id, type and network: YAML, one a line, not indented. */
    String keys(URI base);

    /** Whether anything listens at its address; false simulates a host that is gone. */
    default boolean listens() {
        return true;
    }

    /** The answer to a GET of this path. */
    SimulatedAnswer answer(String path, Instant now);
}

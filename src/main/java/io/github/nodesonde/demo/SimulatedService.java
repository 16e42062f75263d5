package io.github.nodesonde.demo;

import java.net.URI;
import java.time.Instant;

/**
 * Something that a simulated network has beside its nodes and that is asked by POST; it has a loopback port of its own.
 * Thread-safe: answers are functions of what is asked and time alone.
 */
public interface SimulatedService {

    /** The keys of the network's inventory entry that say where it is: YAML, one a line, not indented. */
    String keys(URI base);

    /** The answer to a POST of this body, whatever its path. */
    SimulatedAnswer answer(String body, Instant now);
}

package io.github.nodesonde.observation;

import java.util.List;
import java.util.Optional;

/**
 * Names every signal that a part of the program may read or derive. A bean. What is named here is documented, and a
 * node's own series of the same name is not passed through.
 */
@FunctionalInterface
public interface SignalSource {

    List<Signal> signals();

    /** The kind of node that has them; empty when every kind has. */
    default Optional<String> kind() {
        return Optional.empty();
    }
}

package io.github.nodesonde.observation;

import java.util.List;

/**
 * Names every signal that a part of the program may read or derive. A bean. What is named here is documented, and a
 * node's own series of the same name is not passed through.
 */
@FunctionalInterface
public interface SignalSource {

    List<Signal> signals();
}

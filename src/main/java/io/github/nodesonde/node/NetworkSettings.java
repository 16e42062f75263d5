package io.github.nodesonde.node;

/** What a kind of node reads from its own keys of a network's inventory entry. Implemented by that kind's own record. */
public interface NetworkSettings {

    /** The settings of a kind that has no keys of its own. */
    record None() implements NetworkSettings {}
}

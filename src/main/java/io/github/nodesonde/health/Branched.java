package io.github.nodesonde.health;

/** A topic that can be drawn as branches of one tree. */
@FunctionalInterface
public interface Branched {

    Branches branches();
}

package io.github.nodesonde.node;

/** What a reading or a finding is about: one node, one network, or the fleet as a whole. */
public sealed interface Subject {

    /** The one fleet. */
    Subject FLEET = new OfFleet();

    static Subject of(Node node) {
        return new OfNode(node.id());
    }

    static Subject of(Network network) {
        return new OfNetwork(network.name());
    }

    record OfNode(NodeId id) implements Subject {}

    record OfNetwork(String name) implements Subject {}

    record OfFleet() implements Subject {}
}

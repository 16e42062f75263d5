package io.github.nodesonde.history;

import io.github.nodesonde.node.Subject;

/** A subject as the tables hold it. */
final class SubjectColumn {

    private static final String NODE = "node:";

    private SubjectColumn() {}

    static String of(Subject subject) {
        return switch (subject) {
            case Subject.OfNode node -> NODE + node.id();
            case Subject.OfNetwork network -> "network:" + network.name();
            case Subject.OfFleet _ -> "fleet";
        };
    }

    /** The id of a node that was written so. */
    static String node(String column) {
        return column.substring(NODE.length());
    }
}

package io.github.nodesonde.bench;

import java.util.function.IntPredicate;

/**
 * The fleet as an inventory lists it: validators, all of one network.
 *
 * @param skip probes that are not put, as YAML
 * @param label value of a label that every node carries; empty for none
 * @param listed which of the nodes
 */
record Listing(Target target, int nodes, int interval, String skip, String label, IntPredicate listed) {

    static Listing of(Target target, int nodes, int interval, String skip) {
        return new Listing(target, nodes, interval, skip, "", node -> true);
    }

    Listing skipping(String probes) {
        return new Listing(target, nodes, interval, probes, label, listed);
    }

    Listing labelled(String value) {
        return new Listing(target, nodes, interval, skip, value, listed);
    }

    Listing only(IntPredicate kept) {
        return new Listing(target, nodes, interval, skip, label, kept);
    }

    String text() {
        var text = new StringBuilder("networks:\n  - name: bradbury\n    type: genlayer\n    interval: ")
                .append(interval)
                .append("s\n    skip: ")
                .append(skip)
                .append("\nnodes:\n");
        for (int node = 0; node < nodes; node++) {
            if (listed.test(node)) {
                text.append("  - { id: v")
                        .append(node)
                        .append(", network: bradbury, url: \"http://")
                        .append(target.host(node))
                        .append(label.isEmpty() ? "\"" : "\", labels: { batch: " + label + " }")
                        .append(" }\n");
            }
        }
        return text.toString();
    }
}

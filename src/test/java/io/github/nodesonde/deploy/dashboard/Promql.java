package io.github.nodesonde.deploy.dashboard;

/**
 * Expressions over the networks and nodes that are chosen. Each takes the greatest of what was scraped of one and the same node
 * or network, so that one that is scraped in two ways does not count twice.
 */
final class Promql {

    static final String NETWORKS = "network=~\"$network\"";
    static final String NODES = NETWORKS + ",node=~\"$node\"";

    private Promql() {}

    /** A series of each node. */
    static String node(String series) {
        return node(series, "");
    }

    /** @param matchers further ones, as {@code ,probe="health"} */
    static String node(String series, String matchers) {
        return "max by (network, node) (" + series + "{" + NODES + matchers + "})";
    }

    /** A series of each node that has one more label. */
    static String nodeBy(String label, String series) {
        return "max by (network, node, " + label + ") (" + series + "{" + NODES + "})";
    }

    /** A series of each network. */
    static String network(String series) {
        return "max by (network) (" + series + "{" + NETWORKS + "})";
    }

    /** Of each node, how much a counter grows in a second. */
    static String rate(String counter) {
        return "max by (network, node) (rate(" + counter + "{" + NODES + "}[$__rate_interval]))";
    }

    /** For how many nodes the flag is not as it should be; nothing where no node tells it. */
    static String lacking(String flag) {
        return "sum(1 - " + node(flag) + ")";
    }

    /** For how many nodes the flag is set; nothing where no node tells it. */
    static String having(String flag) {
        return "sum(" + node(flag) + ")";
    }

    /** The verdict of each node as a code that {@link Style#verdicts} knows. */
    static String nodeVerdict() {
        return verdict("network, node", "nodesonde_node_verdict", NODES);
    }

    /** The verdict of each network, likewise. */
    static String networkVerdict() {
        return verdict("network", "nodesonde_network_verdict", NETWORKS);
    }

    /**
     * Each verdict is a series of its own, 1 for the one that holds: that times its rank, and the greatest of them. Maintenance is
     * what is left when none of the others holds.
     */
    private static String verdict(String by, String series, String matchers) {
        return """
                max by (%1$s) (
                    %2$s{%3$s,verdict="up"}
                 or %2$s{%3$s,verdict="degraded"} * 2
                 or %2$s{%3$s,verdict="unknown"} * 3
                 or %2$s{%3$s,verdict="down"} * 4
                )""".formatted(by, series, matchers);
    }
}

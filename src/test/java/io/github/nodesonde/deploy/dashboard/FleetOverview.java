package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Promql.NETWORKS;
import static io.github.nodesonde.deploy.dashboard.Promql.NODES;
import static io.github.nodesonde.deploy.dashboard.Promql.networkVerdict;
import static io.github.nodesonde.deploy.dashboard.Promql.node;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeBy;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeVerdict;

import java.util.List;

/** Of every network and node at once: what is wrong, where, and since when. */
final class FleetOverview {

    private static final String NOTHING = "nothing is scraped";

    /** What the node itself is asked, and not the chain about it. */
    private static final String ITS_OWN = ",probe!=\"staking\"";

    private FleetOverview() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "nodesonde-fleet",
                "Fleet overview",
                "Every network and node that Nodesonde watches: what is wrong, where, and since when.",
                List.of(),
                List.of(
                        Variable.DATASOURCE,
                        Variable.any(
                                "network",
                                "Network",
                                "Networks of the inventory.",
                                "label_values(nodesonde_network_verdict, network)"),
                        Variable.any(
                                "node",
                                "Node",
                                "Nodes of the networks chosen.",
                                "label_values(nodesonde_node_verdict{network=~\"$network\"}, node)"),
                        Variable.PAGE),
                List.of(atAGlance(), networks(), nodes(), probes(), versions()));
    }

    private static Row atAGlance() {
        return Row.of(
                "At a glance",
                Panel.tiles(
                                "Fleet",
                                "The worst verdict of the networks chosen; unknown while the gateway suspects itself, for then"
                                        + " the verdicts on nodes mean little.",
                                Style.verdicts().whenNothing(NOTHING),
                                Query.newest("""
                                        max(
                                        %s
                                        ) unless on () max(nodesonde_gateway_fault_suspected) == 1
                                        or on () (max(nodesonde_gateway_fault_suspected) == 1) * 3""".formatted(networkVerdict()), "Fleet"))
                        .filled()
                        .size(4, 4),
                Panel.tiles(
                                "Nodes by verdict",
                                "How many nodes of the networks chosen have which verdict.",
                                Style.unit("short").whenNothing(NOTHING),
                                count("down"),
                                count("unknown"),
                                count("degraded"),
                                count("up"),
                                count("maintenance"))
                        .where("down", Style.concern(Colour.DOWN))
                        .where("unknown", Style.concern(Colour.UNKNOWN))
                        .where("degraded", Style.concern(Colour.DEGRADED))
                        .where("up", Style.concern(Colour.UP))
                        .where("maintenance", Style.concern(Colour.MAINTENANCE))
                        .options("orientation", "auto")
                        .size(12, 4),
                Panel.tiles(
                                "The gateway of itself",
                                "Whether most of the fleet fell silent at once, so that the fault is likely on the gateway's"
                                        + " side, and whether its inventory file as it is now is in force.",
                                Style.bad("sees well", "suspects itself").whenNothing(NOTHING),
                                Query.newest("max(nodesonde_gateway_fault_suspected)", "sight"),
                                Query.newest("min(nodesonde_inventory_last_reload_successful)", "inventory"))
                        .where(
                                "inventory",
                                Style.states(
                                        new Style.State("broken", Colour.DOWN),
                                        new Style.State("in force", Colour.SOFT)))
                        .options("orientation", "auto")
                        .size(8, 4));
    }

    private static Row networks() {
        return Row.of(
                "Networks",
                Panel.timeline(
                                "Networks over time",
                                "Verdict of each network. A gap is a time in which nothing was scraped.",
                                Style.verdicts(),
                                Query.range(networkVerdict(), "{{network}}"))
                        .size(12, 7),
                Panel.table(
                                "Networks, worst first",
                                "Verdict of each network and how many of its nodes have which. The network's name leads to the"
                                        + " status page, which names the causes.",
                                Column.of("Verdict", networkVerdict(), Style.verdicts()),
                                countOfNetwork("Down", "down", Colour.DOWN),
                                countOfNetwork("Unknown", "unknown", Colour.UNKNOWN),
                                countOfNetwork("Degraded", "degraded", Colour.DEGRADED),
                                countOfNetwork("Up", "up", Colour.UP),
                                countOfNetwork("Maintenance", "maintenance", Colour.MAINTENANCE))
                        .size(12, 7));
    }

    private static Row nodes() {
        return Row.of(
                "Nodes",
                Panel.table(
                                "Nodes, worst first",
                                "Verdict of each node, whether it answered when it was asked last, how long its slowest answer"
                                        + " took, how long ago it last answered any, and how often a probe failed within the"
                                        + " time range. The node's name leads to its detail and to the status page.",
                                Column.of("Verdict", nodeVerdict(), Style.verdicts()),
                                Column.of("Answers", node("nodesonde_node_up"), Style.good("no", "yes")),
                                Column.of(
                                        "Slowest answer",
                                        node("nodesonde_probe_duration_seconds", ITS_OWN),
                                        Style.unit("s")
                                                .decimals(2)
                                                .from(Colour.SOFT, 2, Colour.DEGRADED, 5, Colour.DOWN)),
                                Column.of(
                                        "Last answer",
                                        "time() - " + node("nodesonde_probe_last_success_timestamp_seconds", ITS_OWN),
                                        Style.unit("s").decimals(0).from(Colour.SOFT, 60, Colour.DEGRADED)),
                                Column.of(
                                        "Failures",
                                        "sum by (network, node) (max by (network, node, probe, reason) "
                                                + "(increase(nodesonde_probe_failures_total{" + NODES
                                                + "}[$__range])))",
                                        Style.unit("short").decimals(0).from(Colour.SOFT, 1, Colour.DEGRADED)))
                        .size(12, 14),
                Panel.timeline(
                                "Nodes over time",
                                "Verdict of each node. A gap is a time in which nothing was scraped. A click on a band leads to"
                                        + " the node's detail.",
                                Style.verdicts(),
                                Query.range(nodeVerdict(), "{{node}}"))
                        .linkedToNodes()
                        .size(12, 14));
    }

    private static Row probes() {
        return Row.of(
                "Probes",
                Panel.lines(
                                "Failures by reason",
                                "Probes that failed in a minute, of all nodes chosen. What each reason means is told in the"
                                        + " gateway's documents on troubleshooting.",
                                Style.unit("opm").fromZero(),
                                Query.range(
                                        "60 * sum by (reason) (max by (network, node, probe, reason) "
                                                + "(rate(nodesonde_probe_failures_total{" + NODES
                                                + "}[$__rate_interval])))",
                                        "{{reason}}"))
                        .stacked(),
                Panel.lines(
                        "Slowest answer to each probe",
                        "How long the slowest of the nodes chosen took to answer each of the probes.",
                        Style.unit("s").fromZero(),
                        Query.range(
                                "max by (network, probe) (nodesonde_probe_duration_seconds{" + NODES + "})",
                                "{{network}} {{probe}}")),
                Panel.lines(
                        "Nodes that answer",
                        "How many nodes of each network answered anything when they were asked last.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range("sum by (network) (" + node("nodesonde_node_up") + ")", "{{network}}")));
    }

    private static Row versions() {
        return Row.of(
                "Software",
                Panel.table(
                                "Versions",
                                "How many nodes of each network run which software in which version.",
                                Column.of(
                                        "Nodes",
                                        "max by (network, name, version) (nodesonde_network_version_nodes{" + NETWORKS
                                                + "})",
                                        Style.unit("short")))
                        .size(12, 8),
                Panel.lines(
                                "Series passed through",
                                "How many series of the nodes' own pages are handed on. A jump is a node that has begun to print"
                                        + " more.",
                                Style.unit("short").fromZero(),
                                Query.range(
                                        "sum by (network) (" + node("nodesonde_passthrough_series") + ")",
                                        "{{network}}"))
                        .size(6, 8),
                Panel.lines(
                                "Series left out",
                                "How many series of the nodes' own pages are not handed on, by reason; empty while none is.",
                                Style.unit("short").fromZero(),
                                Query.range(
                                        "sum by (reason) (" + nodeBy("reason", "nodesonde_passthrough_left_out_series")
                                                + ")",
                                        "{{reason}}"))
                        .size(6, 8));
    }

    private static Query count(String verdict) {
        return Query.newest(
                "sum(max by (network) (nodesonde_network_nodes{" + NETWORKS + ",verdict=\"" + verdict + "\"}))",
                verdict);
    }

    private static Column countOfNetwork(String name, String verdict, Colour colour) {
        return Column.of(
                name,
                "max by (network) (nodesonde_network_nodes{" + NETWORKS + ",verdict=\"" + verdict + "\"})",
                Style.concern(colour));
    }
}

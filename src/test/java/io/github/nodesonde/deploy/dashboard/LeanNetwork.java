package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Promql.NODES;
import static io.github.nodesonde.deploy.dashboard.Promql.lacking;
import static io.github.nodesonde.deploy.dashboard.Promql.network;
import static io.github.nodesonde.deploy.dashboard.Promql.node;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeVerdict;
import static io.github.nodesonde.deploy.dashboard.Promql.rate;

import java.util.List;

/** A chain of lean consensus: whether it grows, is one, and finalizes, and which node is in the way of that. */
final class LeanNetwork {

    private static final String OF_THE_KIND = "{__name__=~\"leanspec_slot_head|nodesonde_network_clock_slot\"}";
    private static final Style SLOTS = Style.unit("suffix: slots");

    private LeanNetwork() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "nodesonde-lean",
                "Lean network",
                "Whether a lean chain grows, is one and finalizes, and which node is in the way of that.",
                List.of("lean"),
                List.of(
                        Variable.DATASOURCE,
                        Variable.anyListed(
                                "network",
                                "Network",
                                "Lean networks of the inventory.",
                                "label_values(" + OF_THE_KIND + ", network)"),
                        Variable.any(
                                "node",
                                "Node",
                                "Nodes of the networks chosen.",
                                "label_values(nodesonde_node_verdict{network=~\"$network\"}, node)"),
                        Variable.PAGE),
                List.of(atAGlance(), nodes(), chain(), following(), work()));
    }

    private static Row atAGlance() {
        return Row.of(
                "At a glance",
                flag("Chain", "nodesonde_network_chain_stalled", "grows", "stalled", """
                        Whether even the highest head is far behind the slot that the clock says."""),
                flag("Forks", "nodesonde_network_forked", "one chain", "forked", """
                        Whether the heads of nodes have been on more than one chain for several polls."""),
                flag("Finality", "nodesonde_network_finality_stalled", "goes on", "stalled", """
                        Whether the highest finalized slot is far behind the highest head."""),
                flag("Finalized blocks", "nodesonde_network_finality_conflict", "agree", "conflict", """
                        Whether nodes hold different blocks finalized at one slot; then one is on a chain that cannot be right."""),
                Panel.tiles(
                                "Aggregators",
                                "How many nodes say that they aggregate attestations. With none, nothing will be justified.",
                                Style.unit("short")
                                        .from(Colour.DOWN, 1, Colour.SOFT)
                                        .whenNothing("no node tells"),
                                Query.newest(network("nodesonde_network_aggregators"), "{{network}}"))
                        .size(3, 4),
                Panel.tiles(
                                "Not synced",
                                "How many of the nodes chosen are known not to be synced.",
                                Style.concern(Colour.DEGRADED).whenNothing("no node tells"),
                                Query.newest(lacking("leanspec_synced"), "not synced"))
                        .size(3, 4),
                Panel.tiles(
                                "Head behind the clock",
                                "How far the highest head is behind the slot that the clock says.",
                                SLOTS.from(Colour.SOFT, 8, Colour.DOWN).whenNothing("genesis is unknown"),
                                Query.newest(network("nodesonde_network_head_lag_slots"), "{{network}}"))
                        .size(3, 4),
                Panel.tiles(
                                "Finality behind the head",
                                "How far the highest finalized slot is behind the highest head.",
                                SLOTS.from(Colour.SOFT, 64, Colour.DOWN).whenNothing("no node tells"),
                                Query.newest(network("nodesonde_network_finality_lag_slots"), "{{network}}"))
                        .size(3, 4));
    }

    private static Row nodes() {
        return Row.of(
                "Nodes",
                Panel.table(
                                "Nodes, worst first",
                                "What each node tells, and what follows from it. Reported is what the node says of its sync,"
                                        + " derived what its head says. What is empty, it does not tell. The name leads to the node's"
                                        + " detail and to the status page, which names the causes.",
                                Column.of("Verdict", nodeVerdict(), Style.verdicts()),
                                Column.of("Synced", node("leanspec_synced"), Style.good("no", "yes")),
                                Column.of("Reported", node("leanspec_synced_reported"), Style.good("no", "yes")),
                                Column.of("Derived", node("leanspec_synced_derived"), Style.good("no", "yes")),
                                Column.of("Head", node("leanspec_slot_head"), Style.unit("none")),
                                Column.of(
                                        "Behind",
                                        node("nodesonde_node_behind_slots"),
                                        SLOTS.from(Colour.SOFT, 5, Colour.DEGRADED)),
                                Column.of("Justified", node("leanspec_slot_justified"), Style.unit("none")),
                                Column.of("Finalized", node("leanspec_slot_finalized"), Style.unit("none")),
                                Column.of(
                                        "Peers",
                                        node("leanspec_peers_connected"),
                                        Style.unit("none").from(Colour.DOWN, 1, Colour.SOFT)),
                                Column.of("Clock ahead", node("nodesonde_node_clock_skew_slots"), SLOTS),
                                Column.label(
                                        "Client",
                                        "name",
                                        "max by (network, node, name, version) (lean_node_info{" + NODES + "})"))
                        .size(24, 11),
                Panel.timeline(
                                "Nodes over time",
                                "Verdict of each node. A gap is a time in which nothing was scraped.",
                                Style.verdicts(),
                                Query.range(nodeVerdict(), "{{node}}"))
                        .linkedToNodes()
                        .size(12, 10),
                Panel.timeline(
                                "Sync over time",
                                "Whether each node is synced. A gap is a time in which that was unknown.",
                                Style.good("not synced", "synced"),
                                Query.range(node("leanspec_synced"), "{{node}}"))
                        .linkedToNodes()
                        .size(12, 10));
    }

    private static Row chain() {
        return Row.of(
                "Chain",
                Panel.lines(
                        "Behind the clock",
                        "Slots from the wall slot down to the highest head, and from there to the highest justified and"
                                + " finalized slot. A stall of finality is a line that rises.",
                        SLOTS.fromZero(),
                        Query.range(network("nodesonde_network_head_lag_slots"), "{{network}} head"),
                        Query.range(
                                network("nodesonde_network_head_slot") + " - "
                                        + network("nodesonde_network_justified_slot"),
                                "{{network}} justified"),
                        Query.range(network("nodesonde_network_finality_lag_slots"), "{{network}} finalized")),
                Panel.lines(
                        "Slots",
                        "The slot that the clock says, and the highest head, justified and finalized slot. A chain that goes on"
                                + " shows as lines that rise side by side.",
                        Style.unit("none"),
                        Query.range(network("nodesonde_network_clock_slot"), "{{network}} clock"),
                        Query.range(network("nodesonde_network_head_slot"), "{{network}} head"),
                        Query.range(network("nodesonde_network_justified_slot"), "{{network}} justified"),
                        Query.range(network("nodesonde_network_finalized_slot"), "{{network}} finalized")),
                Panel.lines(
                        "Forks over time",
                        "On how many chains the heads of nodes are, how many blocks the shortest has of its own, and of how many"
                                + " nodes cannot be said where they are. One chain and no more is a chain that agrees.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(network("nodesonde_network_fork_groups"), "{{network}} chains"),
                        Query.range(network("nodesonde_network_fork_depth_blocks"), "{{network}} depth in blocks"),
                        Query.range(
                                network("nodesonde_network_fork_undecidable_nodes"), "{{network}} nodes undecidable")),
                Panel.lines(
                                "Spread of heads",
                                "Slots between the highest and the lowest head.",
                                SLOTS.fromZero(),
                                Query.range(network("nodesonde_network_head_spread_slots"), "{{network}}"))
                        .size(8, 7),
                Panel.lines(
                                "Validators",
                                "How many validators the chain's registry holds, and how many run on nodes that are synced.",
                                Style.unit("short").decimals(0).fromZero(),
                                Query.range(network("nodesonde_network_validators"), "{{network}} registered"),
                                Query.range(network("nodesonde_network_validators_present"), "{{network}} present"))
                        .size(8, 7),
                Panel.lines(
                                "Quorum",
                                "Share of the registered validators that is present; without two thirds nothing is finalized. Empty"
                                        + " unless the inventory says that it lists every node.",
                                Style.unit("percentunit").between(0, 1).from(Colour.DOWN, 0.667, Colour.SOFT),
                                Query.range(network("nodesonde_network_quorum_ratio"), "{{network}}"))
                        .size(8, 7));
    }

    private static Row following() {
        return Row.of(
                "How nodes follow",
                Panel.lines(
                                "Behind the network's head",
                                "Slots that the head of each node is behind the highest.",
                                SLOTS.fromZero().from(Colour.SOFT, 5, Colour.DEGRADED),
                                Query.range(node("nodesonde_node_behind_slots"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Distance to sync",
                                "Slots that each node is away from being synced, by its own word or else by the clock.",
                                SLOTS.fromZero(),
                                Query.range(node("leanspec_sync_distance"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Clocks",
                                "Slots that the clock of each node is ahead of where genesis puts it; behind is negative.",
                                SLOTS,
                                Query.range(node("nodesonde_node_clock_skew_slots"), "{{node}}"))
                        .linkedToNodes());
    }

    private static Row work() {
        return Row.of(
                "Work",
                Panel.lines(
                                "Blocks imported",
                                "Blocks that each node imports in a minute. One that imports none while others do is stuck.",
                                Style.unit("opm").fromZero(),
                                Query.range("60 * " + rate("leanspec_blocks_imported_total"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Attestations processed",
                                "Attestations that each node processes in a minute.",
                                Style.unit("opm").fromZero(),
                                Query.range("60 * " + rate("leanspec_attestations_processed_total"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Peers",
                                "Peers that each node is connected to.",
                                Style.unit("short").decimals(0).fromZero(),
                                Query.range(node("leanspec_peers_connected"), "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Time to process a block",
                                "What 95 of 100 blocks need at most in the fork choice of each node, as the node counts it.",
                                Style.unit("s").fromZero(),
                                Query.range(
                                        "histogram_quantile(0.95, max by (network, node, le) "
                                                + "(rate(lean_fork_choice_block_processing_time_seconds_bucket{" + NODES
                                                + "}[$__rate_interval])))",
                                        "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Heads that fell back",
                                "How often the head of each node fell back without a restart, since the point before.",
                                Style.unit("short").fromZero(),
                                Query.range(
                                        "max by (network, node) (increase(nodesonde_node_head_regressions_total{"
                                                + NODES + "}[$__rate_interval]))",
                                        "{{node}}"))
                        .linkedToNodes(),
                Panel.lines(
                                "Invalid attestations",
                                "Attestations that each node refused in a minute.",
                                Style.unit("opm").fromZero(),
                                Query.range("60 * " + rate("lean_attestations_invalid_total"), "{{node}}"))
                        .linkedToNodes());
    }

    private static Panel flag(String title, String series, String no, String yes, String description) {
        return Panel.tiles(
                        title,
                        description,
                        Style.states(new Style.State(no, Colour.UP), new Style.State(yes, Colour.DOWN))
                                .whenNothing("not known"),
                        Query.newest(network(series), "{{network}}"))
                .filled()
                .size(3, 4);
    }
}

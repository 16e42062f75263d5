package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Promql.NODES;
import static io.github.nodesonde.deploy.dashboard.Promql.node;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeBy;
import static io.github.nodesonde.deploy.dashboard.Promql.nodeVerdict;
import static io.github.nodesonde.deploy.dashboard.Promql.rate;

import java.util.List;

/** One node of whichever kind: what it answers, how it follows its chain, and how its process does. */
final class NodeDetail {

    private static final String UNTOLD = "not told";

    private NodeDetail() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "nodesonde-node",
                "Node detail",
                "One node of whichever kind: what it answers, how it follows its chain, and how its process does. What stays empty,"
                        + " the node does not tell.",
                List.of(),
                List.of(
                        Variable.DATASOURCE,
                        Variable.any(
                                "network",
                                "Network",
                                "Narrows the list of nodes.",
                                "label_values(nodesonde_network_verdict, network)"),
                        Variable.one(
                                "node",
                                "Node",
                                "The node that is shown.",
                                "label_values(nodesonde_node_verdict{network=~\"$network\"}, node)"),
                        Variable.PAGE),
                List.of(atAGlance(), answers(), chain(), process(), passedThrough()));
    }

    private static Row atAGlance() {
        return Row.of(
                "At a glance",
                Panel.tiles(
                                "Verdict",
                                "The worst of the node's findings. The status page names them.",
                                Style.verdicts().whenNothing("not in the inventory"),
                                Query.newest(nodeVerdict(), "{{node}}"))
                        .filled()
                        .size(4, 4),
                Panel.tiles(
                                "Newest round",
                                "Whether the node answered anything when it was asked last.",
                                Style.good("no answer", "answered").whenNothing("not asked yet"),
                                Query.newest(node("nodesonde_node_up"), "{{node}}"))
                        .size(4, 4),
                Panel.tiles(
                                "Last answer",
                                "How long ago the node itself last answered any probe.",
                                Style.unit("s")
                                        .decimals(0)
                                        .from(Colour.SOFT, 60, Colour.DEGRADED, 300, Colour.DOWN)
                                        .whenNothing("never answered"),
                                Query.newest("time() - " + node(LAST_SUCCESS, ",probe!=\"staking\""), "{{node}}"))
                        .size(4, 4),
                Panel.tiles(
                                "Process has run for",
                                "Time since the node's process started. Short means that it restarted.",
                                Style.unit("s")
                                        .decimals(0)
                                        .from(Colour.DEGRADED, 600, Colour.SOFT)
                                        .whenNothing(UNTOLD),
                                Query.newest("time() - (" + started() + ")", "{{node}}"))
                        .size(4, 4),
                Panel.tiles(
                                "Behind its chain",
                                "How far the node is behind the network's head, in slots or in blocks, whichever its kind counts.",
                                Style.unit("short")
                                        .from(Colour.SOFT, 5, Colour.DEGRADED)
                                        .whenNothing(UNTOLD),
                                Query.newest(behind(), "{{node}}"))
                        .size(4, 4),
                Panel.tiles(
                                "Failures",
                                "How often a probe of the node failed within the time range.",
                                Style.unit("short")
                                        .decimals(0)
                                        .from(Colour.SOFT, 1, Colour.DEGRADED)
                                        .whenNothing("none ever"),
                                Query.newest(
                                        "sum by (network, node) (max by (network, node, probe, reason) "
                                                + "(increase(nodesonde_probe_failures_total{" + NODES
                                                + "}[$__range])))",
                                        "{{node}}"))
                        .size(4, 4),
                Panel.timeline(
                                "Verdict over time",
                                "The node's verdict. A gap is a time in which nothing was scraped.",
                                Style.verdicts(),
                                Query.range(nodeVerdict(), "verdict"))
                        .size(24, 5));
    }

    private static Row answers() {
        return Row.of(
                "Answers",
                Panel.table(
                                "Probes",
                                "What the node is asked, how long ago it last answered, and how long the newest answer took. A"
                                        + " probe that is missing was never answered.",
                                Column.of(
                                        "Last answer",
                                        "time() - " + nodeBy("probe", LAST_SUCCESS),
                                        Style.unit("s").decimals(0).from(Colour.SOFT, 300, Colour.DEGRADED)),
                                Column.of(
                                        "Took",
                                        nodeBy("probe", "nodesonde_probe_duration_seconds"),
                                        Style.unit("s").decimals(3)))
                        .size(8, 8),
                Panel.lines(
                        "Time to answer",
                        "How long the node took for each probe when it was asked last.",
                        Style.unit("s").fromZero(),
                        Query.range(nodeBy("probe", "nodesonde_probe_duration_seconds"), "{{probe}}")),
                Panel.lines(
                                "Failures by reason",
                                "Probes of the node that failed in a minute. What each reason means is told in the gateway's"
                                        + " documents on troubleshooting.",
                                Style.unit("opm").fromZero(),
                                Query.range(
                                        "60 * max by (network, node, probe, reason) "
                                                + "(rate(nodesonde_probe_failures_total{" + NODES
                                                + "}[$__rate_interval]))",
                                        "{{probe}} {{reason}}"))
                        .stacked());
    }

    private static Row chain() {
        return Row.of(
                "Chain",
                Panel.timeline(
                                "What the node says of itself",
                                "Whether it holds itself up and synced, and each of its own checks.",
                                Style.good("no", "yes"),
                                Query.range(node("genlayer_health_up"), "up"),
                                Query.range(nodeBy("check", "genlayer_health_check_up"), "{{check}}"),
                                Query.range(node("genlayer_node_synced"), "synced"),
                                Query.range(node("leanspec_synced_reported"), "synced, reported"),
                                Query.range(node("leanspec_synced_derived"), "synced, derived"))
                        .size(8, 9),
                Panel.lines(
                                "Behind its chain over time",
                                "How far the node is behind the network's head, in slots or in blocks, whichever its kind counts.",
                                Style.unit("short").fromZero(),
                                Query.range(node("nodesonde_node_behind_slots"), "slots"),
                                Query.range(node("genlayer_node_blocks_behind"), "blocks"))
                        .size(8, 9),
                Panel.lines(
                                "Head",
                                "The newest slot or block that the node has, and the newest that it holds justified and finalized.",
                                Style.unit("none"),
                                Query.range(node("leanspec_slot_head"), "head"),
                                Query.range(node("leanspec_slot_justified"), "justified"),
                                Query.range(node("leanspec_slot_finalized"), "finalized"),
                                Query.range(node("genlayer_node_synced_block"), "block processed"),
                                Query.range(node("genlayer_node_latest_block"), "newest block of the chain"))
                        .size(8, 9));
    }

    private static Row process() {
        return Row.of(
                "Process",
                Panel.lines(
                        "Processors",
                        "Processors that the node's process uses, and how many it may use.",
                        Style.unit("short").fromZero(),
                        Query.range(rate("process_cpu_seconds_total"), "in use"),
                        Query.range(node("go_sched_gomaxprocs_threads"), "allowed")),
                Panel.lines(
                        "Memory",
                        "Memory of the node's process. A heap whose lowest points rise for hours is a leak.",
                        Style.unit("bytes").fromZero(),
                        Query.range(node("process_resident_memory_bytes"), "resident"),
                        Query.range(node("go_memstats_heap_alloc_bytes"), "heap")),
                Panel.lines(
                        "Network",
                        "Bytes that the node's machine or container receives and sends in a second. Being scraped alone keeps"
                                + " both above zero.",
                        Style.unit("Bps").fromZero(),
                        Query.range(rate("process_network_receive_bytes_total"), "received"),
                        Query.range(rate("process_network_transmit_bytes_total"), "sent")),
                Panel.lines(
                                "Descriptors open",
                                "Share of its file descriptors that the node's process has open.",
                                Style.unit("percentunit").between(0, 1).from(Colour.SOFT, 0.85, Colour.DOWN),
                                Query.range(node("process_open_fds") + " / " + node("process_max_fds"), "open"))
                        .size(8, 7),
                Panel.lines(
                                "Start of the process",
                                "When the process started; a step is a restart.",
                                Style.unit("dateTimeAsIso"),
                                Query.range("1000 * (" + started() + ")", "started"))
                        .size(8, 7),
                Panel.lines(
                                "Answers of its metrics page",
                                "How often in a minute the node printed its own metrics, by HTTP status; anything but 200 is"
                                        + " trouble of the node's.",
                                Style.unit("opm").fromZero(),
                                Query.range(
                                        "60 * max by (network, node, code) (rate(promhttp_metric_handler_requests_total{"
                                                + NODES + "}[$__rate_interval]))",
                                        "{{code}}"))
                        .size(8, 7));
    }

    private static Row passedThrough() {
        return Row.of(
                "Passed through",
                Panel.lines(
                                "Series",
                                "How many series of the node's own page are handed on, and how many are not, by reason.",
                                Style.unit("short").decimals(0).fromZero(),
                                Query.range(node("nodesonde_passthrough_series"), "handed on"),
                                Query.range(
                                        nodeBy("reason", "nodesonde_passthrough_left_out_series"),
                                        "left out: {{reason}}"))
                        .size(12, 7),
                Panel.lines(
                                "Label values cut",
                                "How many label values of the node's own page are cut, because they are too long.",
                                Style.unit("short").decimals(0).fromZero(),
                                Query.range(node("nodesonde_passthrough_cut_label_values"), "cut"))
                        .size(12, 7));
    }

    private static final String LAST_SUCCESS = "nodesonde_probe_last_success_timestamp_seconds";

    /** Clients that print it by a name of their own do so instead. */
    private static String started() {
        return node("leanspec_process_start_time_seconds") + " or " + node("process_start_time_seconds");
    }

    private static String behind() {
        return node("nodesonde_node_behind_slots") + " or " + node("genlayer_node_blocks_behind");
    }
}

package io.github.nodesonde.deploy.dashboard;

import java.util.List;

/** The gateway: whether it sees, keeps up with its nodes and its readers, and has room to go on. */
final class GatewayItself {

    private static final String OWN = "instance=~\"$instance\"";

    /** Nodes may print series of the same names, but never without the label that tells which node. */
    private static final String OWN_PROCESS = OWN + ",node=\"\"";

    private GatewayItself() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "nodesonde-gateway",
                "Gateway itself",
                "Whether Nodesonde itself sees, keeps up with its nodes and its readers, and has room to go on.",
                List.of("gateway"),
                List.of(
                        Variable.DATASOURCE,
                        Variable.any(
                                "instance",
                                "Gateway",
                                "Gateways that are scraped.",
                                "label_values(nodesonde_inventory_nodes, instance)"),
                        Variable.PAGE),
                List.of(atAGlance(), asking(), readers(), process(), history()));
    }

    private static Row atAGlance() {
        return Row.of(
                "At a glance",
                tile(
                                "Sight",
                                "Whether so many nodes fell silent at once that the fault is likely on the gateway's side.",
                                Style.states(
                                        new Style.State("sees well", Colour.UP),
                                        new Style.State("suspects itself", Colour.DOWN)),
                                own("nodesonde_gateway_fault_suspected"))
                        .filled(),
                tile(
                                "Inventory",
                                "Whether the inventory file as it is now is in force. While it is broken the last good one stays.",
                                Style.good("broken", "in force"),
                                own("nodesonde_inventory_last_reload_successful"))
                        .filled(),
                tile(
                        "Nodes",
                        "Nodes of the inventory in force.",
                        Style.unit("none").from(Colour.SOFT),
                        own("nodesonde_inventory_nodes")),
                tile(
                        "Inventory is of",
                        "When the inventory in force was read.",
                        Style.unit("dateTimeFromNow").from(Colour.SOFT),
                        "1000 * " + own("nodesonde_inventory_last_reload_success_timestamp_seconds")),
                tile(
                        "Has run for",
                        "Time since the gateway started.",
                        Style.unit("s").decimals(0).from(Colour.DEGRADED, 600, Colour.SOFT),
                        "time() - " + process("process_start_time_seconds") + " and on (instance) "
                                + own("nodesonde_inventory_nodes")),
                tile(
                        "History's database",
                        "Whether the database took what was written last.",
                        Style.good("does not take", "takes").whenNothing("no history"),
                        own("nodesonde_history_database_up")),
                Panel.table(
                                "Version",
                                "What runs.",
                                Column.of(
                                        "Running",
                                        "max by (instance, version) (nodesonde_build_info{" + OWN + "})",
                                        Style.unit("none")))
                        .size(6, 4));
    }

    private static Row asking() {
        return Row.of(
                "Asking the nodes",
                Panel.lines(
                        "Rounds",
                        "Nodes that are being asked, and nodes that are due and wait. Waiting for long means that"
                                + " nodesonde.probe.max-concurrent is too small for the fleet.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(own("nodesonde_rounds_under_way"), "under way"),
                        Query.range(own("nodesonde_rounds_waiting"), "waiting")),
                Panel.lines(
                        "Families that nodes disagree about",
                        "How many of the nodes' own families are handed on without a type, because nodes print them with several."
                                + " Empty where each node is a target of its own.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(own("nodesonde_passthrough_conflicting_families"), "families")),
                Panel.lines(
                        "Command-line tools",
                        "Runs of networks' command-line tools in a minute, by how they ended. Empty where the chain itself is"
                                + " asked.",
                        Style.unit("opm").fromZero(),
                        Query.range(
                                "60 * max by (network, command, outcome) (rate(nodesonde_cli_runs_total[$__rate_interval]))",
                                "{{network}} {{command}} {{outcome}}"),
                        Query.range(
                                "max by (network) (rate(nodesonde_cli_cpu_seconds_total[$__rate_interval]))",
                                "{{network}} processors in use")));
    }

    private static Row readers() {
        return Row.of(
                "Readers",
                Panel.lines(
                        "Requests",
                        "Requests answered in a second, by status.",
                        Style.unit("reqps").fromZero(),
                        Query.range(
                                "sum by (status) (max without (job) (rate(http_server_requests_seconds_count{"
                                        + OWN_PROCESS + "}[$__rate_interval])))",
                                "{{status}}")),
                Panel.lines(
                        "Slowest answers",
                        "The slowest answer of the last minutes, by what was asked for.",
                        Style.unit("s").fromZero(),
                        Query.range("max by (uri) (http_server_requests_seconds_max{" + OWN_PROCESS + "})", "{{uri}}")),
                Panel.lines(
                        "Connections",
                        "Connections of clients that are open, as a share of what is taken. At 1 further ones wait.",
                        Style.unit("percentunit").between(0, 1).from(Colour.SOFT, 0.9, Colour.DOWN),
                        Query.range(
                                by("port", "nodesonde_http_connections") + " / "
                                        + by("port", "nodesonde_http_connections_limit"),
                                "port {{port}}")),
                Panel.lines(
                        "Requests for metrics that wait",
                        "Above 0 for long, something asks for metrics and does not read them.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(own("nodesonde_scrapes_waiting"), "waiting")),
                Panel.lines(
                        "Readers that were too slow",
                        "Requests for metrics refused, answers cut and streams of events ended in a minute, because somebody took"
                                + " too long to read. All at 0 is as it should be.",
                        Style.unit("opm").fromZero(),
                        Query.range(perMinute("nodesonde_scrapes_refused_total"), "scrapes refused"),
                        Query.range(perMinute("nodesonde_http_answers_cut_total"), "answers cut"),
                        Query.range(perMinute("nodesonde_event_streams_dropped_total"), "streams ended")),
                Panel.lines(
                        "Streams of events",
                        "Streams of events that are open.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(own("nodesonde_event_streams"), "open")));
    }

    private static Row process() {
        return Row.of(
                "Process",
                Panel.lines(
                        "Heap",
                        "Heap in use, what of it lived through the last full collection, and its limit. It is short of memory when"
                                + " what lives nears the limit.",
                        Style.unit("bytes").fromZero(),
                        Query.range(
                                "sum(max by (instance, id) (jvm_memory_used_bytes{" + OWN_PROCESS + ",area=\"heap\"}))",
                                "in use"),
                        Query.range(process("jvm_gc_live_data_size_bytes"), "lives"),
                        Query.range(process("jvm_gc_max_data_size_bytes"), "limit")),
                Panel.lines(
                        "Processors",
                        "Share of the machine's or container's processors that the gateway uses, and that everything on it uses.",
                        Style.unit("percentunit").between(0, 1),
                        Query.range(process("process_cpu_usage"), "gateway"),
                        Query.range(process("system_cpu_usage"), "all")),
                Panel.lines(
                        "Pauses",
                        "Share of time that collecting garbage stops the gateway for, and the longest pause of late, in seconds.",
                        Style.unit("short").fromZero(),
                        Query.range(
                                "sum by (instance) (max without (job) (rate(jvm_gc_pause_seconds_sum{" + OWN_PROCESS
                                        + "}[$__rate_interval])))",
                                "share of time"),
                        Query.range(process("jvm_gc_pause_seconds_max"), "longest pause")),
                Panel.lines(
                        "Descriptors open",
                        "Share of its file descriptors that the gateway has open. Without free ones nodes cannot be asked.",
                        Style.unit("percentunit").between(0, 1).from(Colour.SOFT, 0.85, Colour.DOWN),
                        Query.range(
                                process("process_files_open_files") + " / " + process("process_files_max_files"),
                                "open")),
                Panel.lines(
                        "Threads",
                        "Platform threads of the gateway by state; the virtual ones that ask nodes are not among them.",
                        Style.unit("short").decimals(0).fromZero(),
                        Query.range(
                                "max by (state) (jvm_threads_states_threads{" + OWN_PROCESS
                                        + ",state=~\"runnable|blocked|waiting|timed-waiting\"})",
                                "{{state}}")),
                Panel.lines(
                        "Warnings and errors logged",
                        "Lines that the gateway logs in a minute as warnings and errors.",
                        Style.unit("opm").fromZero(),
                        Query.range(
                                "60 * max by (level) (rate(logback_events_total{" + OWN_PROCESS
                                        + ",level=~\"warn|error\"}[$__rate_interval]))",
                                "{{level}}")));
    }

    private static Row history() {
        return Row.of(
                "History",
                Panel.lines(
                                "Waiting for the database",
                                "Records of the history that wait, as a share of how many may. At 1 further ones are lost.",
                                Style.unit("percentunit").between(0, 1).from(Colour.SOFT, 0.5, Colour.DEGRADED),
                                Query.range(
                                        own("nodesonde_history_queue_records") + " / "
                                                + own("nodesonde_history_queue_limit_records"),
                                        "waiting"))
                        .size(12, 7),
                Panel.lines(
                                "Records",
                                "Records of the history that the database took, and that were lost, in a minute.",
                                Style.unit("opm").fromZero(),
                                Query.range(perMinute("nodesonde_history_written_total"), "written"),
                                Query.range(perMinute("nodesonde_history_lost_total"), "lost"))
                        .size(12, 7));
    }

    private static Panel tile(String title, String description, Style style, String expression) {
        return Panel.tiles(title, description, style, Query.newest(expression, "{{instance}}"))
                .size(3, 4);
    }

    private static String own(String series) {
        return by("instance", series);
    }

    private static String by(String label, String series) {
        return "max by (" + label + ") (" + series + "{" + OWN + "})";
    }

    private static String process(String series) {
        return "max by (instance) (" + series + "{" + OWN_PROCESS + "})";
    }

    private static String perMinute(String counter) {
        return "60 * max by (instance) (rate(" + counter + "{" + OWN + "}[$__rate_interval]))";
    }
}

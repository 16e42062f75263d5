package io.github.nodesonde.metrics;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the gateway itself says of every node, network and the fleet, whatever their kind. */
@Component
final class OwnSignals implements SignalSource {

    static final Signal NODE_UP = Signal.flag(
                    "nodesonde_node_up", "Whether the newest round got at least one answer of the node.")
            .from("the newest round; a 503 with a valid body is an answer")
            .absent("no round has ended yet");
    static final Signal NODE_VERDICT = Signal.flag(
                    "nodesonde_node_verdict", "1 for the verdict that holds for the node, 0 for the others.")
            .labelled("verdict")
            .from("the worst of the node's findings");
    static final Signal PROBE_DURATION = Signal.gauge(
                    "nodesonde_probe_duration_seconds", "seconds", "How long the newest asking of the probe took.")
            .labelled("probe")
            .from("the newest round")
            .absent("the probe was not asked yet, or failed unasked because its address cannot be connected to");
    static final Signal PROBE_FAILURES = Signal.counter(
                    "nodesonde_probe_failures_total",
                    "failures",
                    "How often the probe failed since the node is watched.")
            .labelled("probe", "reason")
            .from("all rounds; what each reason means: [troubleshooting](troubleshooting.md#reasons)")
            .absent("the probe never failed for this reason");
    static final Signal PROBE_LAST_SUCCESS = Signal.gauge(
                    "nodesonde_probe_last_success_timestamp_seconds",
                    "seconds",
                    "When the probe was last answered, in seconds since 1970.")
            .labelled("probe")
            .from("all rounds; stays however old it is")
            .absent("the probe was never answered, or the node no longer offers what it asks for");
    static final Signal PASSED_SERIES = Signal.gauge(
                    "nodesonde_passthrough_series", "series", "How many series of the node's own page are handed on.")
            .from("the node's newest page, as far as it is wanted and within limits")
            .absent("the node has printed no page");
    static final Signal LEFT_OUT_SERIES = Signal.gauge(
                    "nodesonde_passthrough_left_out_series",
                    "series",
                    "How many series of the node's own page are not handed on.")
            .labelled("reason")
            .from("the node's newest page; what each reason means: [below](#passed-through)")
            .absent("none is left out for this reason");
    static final Signal CUT_LABEL_VALUES = Signal.gauge(
                    "nodesonde_passthrough_cut_label_values",
                    "values",
                    "How many label values of the node's own page are cut, because they are too long.")
            .from("the node's newest page")
            .absent("none is cut");
    static final Signal CONFLICTING_FAMILIES = Signal.gauge(
                    "nodesonde_passthrough_conflicting_families",
                    "families",
                    "How many of the nodes' own families are handed on without type, because nodes disagree about them.")
            .ofGateway()
            .from(
                    "the newest page of all nodes: the same name with several types, or as a family and as a part of another")
            .absent("no such page was asked for yet");
    static final Signal NETWORK_VERDICT = Signal.flag(
                    "nodesonde_network_verdict", "1 for the verdict that holds for the network, 0 for the others.")
            .ofNetwork()
            .labelled("verdict")
            .from("the network's findings, and its nodes' verdicts by `down-when` and `min-up`");
    static final Signal NETWORK_NODES = Signal.gauge(
                    "nodesonde_network_nodes", "nodes", "How many nodes of the network have this verdict.")
            .ofNetwork()
            .labelled("verdict")
            .from("the verdicts of its nodes; every verdict is printed");
    static final Signal NETWORK_VERSION_NODES = Signal.gauge(
                    "nodesonde_network_version_nodes", "nodes", "How many nodes of the network run this version.")
            .ofNetwork()
            .labelled("name", "version")
            .from("what the nodes tell of their software; a label is empty when only the other is told")
            .absent("no node runs it");
    static final Signal GATEWAY_FAULT_SUSPECTED = Signal.flag(
                    "nodesonde_gateway_fault_suspected",
                    "Whether so many nodes failed at once that the fault is likely on the gateway's side.")
            .ofGateway()
            .from("the finding `gateway-fault`");
    static final Signal BUILD_INFO = Signal.info("nodesonde_build_info", "The version of the gateway.")
            .ofGateway()
            .labelled("version")
            .from("its build")
            .absent("it was built without build information, as in an IDE");

    @Override
    public List<Signal> signals() {
        return List.of(
                NODE_UP,
                NODE_VERDICT,
                PROBE_DURATION,
                PROBE_FAILURES,
                PROBE_LAST_SUCCESS,
                PASSED_SERIES,
                LEFT_OUT_SERIES,
                CUT_LABEL_VALUES,
                CONFLICTING_FAMILIES,
                NETWORK_VERDICT,
                NETWORK_NODES,
                NETWORK_VERSION_NODES,
                GATEWAY_FAULT_SUSPECTED,
                BUILD_INFO);
    }
}

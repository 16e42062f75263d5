package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything we read of a GenLayer node into series of our own. */
@Component
final class GenLayerSignals implements SignalSource {

    private static final String WITHOUT_CHECK = "the answer lacks the check, or the check says neither up nor down";
    private static final String UNTOLD_VERSION = "the node tells none, or `unset`";

    static final Signal HEALTH_UP = Signal.flag(
                    "genlayer_health_up", "Whether the node reports itself as up; 0 is normal while it syncs.")
            .from("`/health`: `status`");
    static final Signal VALIDATING_UP = Signal.flag(
                    "genlayer_validating_up", "Whether the node reports that its validation loop runs.")
            .from("`/health`: the check `validating`")
            .absent(WITHOUT_CHECK);
    static final Signal ZKSYNC_RPC_UP = Signal.flag(
                    "genlayer_zksync_rpc_up", "Whether the node reports that it reaches the chain's RPC.")
            .from("`/health`: the check `zksync`, or `zksync-connectivity`")
            .absent(WITHOUT_CHECK);
    static final Signal ZKSYNC_WS_UP = Signal.flag(
                    "genlayer_zksync_ws_up", "Whether the node reports that it reaches the chain's WebSocket.")
            .from("`/health`: the check `zksync-websocket`")
            .absent(WITHOUT_CHECK);
    static final Signal HEALTH_CHECK_UP = Signal.flag(
                    "genlayer_health_check_up", "Whether the node reports this one of its health checks as up.")
            .labelled("check")
            .from("`/health`: every check")
            .absent(WITHOUT_CHECK);
    static final Signal NODE_VERSION = Signal.info(
                    "genlayer_node_version_info", "Version of the node, as it reports it.")
            .labelled("version")
            .from("`/health`: `node_version`")
            .absent(UNTOLD_VERSION);
    static final Signal GENVM_VERSION = Signal.info(
                    "genlayer_genvm_version_info", "Version of the node's GenVM, as the node reports it.")
            .labelled("version")
            .from("`/health`: `genvm_version`")
            .absent(UNTOLD_VERSION);
    static final Signal PROTOCOL_VERSION = Signal.info(
                    "genlayer_protocol_version_info", "Version of the consensus protocol, as the node reports it.")
            .labelled("version")
            .from("`/health`: `protocol_version`")
            .absent(UNTOLD_VERSION);
    static final Signal GENVM_MODULE_STATE = Signal.flag(
                    "genlayer_genvm_module_state",
                    "Whether the node sees this module of its GenVM in this state, one series per state.")
            .labelled("module", "state")
            .from("`/health`: `genvm_modules`, each `state`")
            .absent("the node tells no such module, or a state that is none of healthy, suspect, degraded, unknown");
    static final Signal OPERATOR_BALANCE = Signal.gauge(
                    "genlayer_operator_balance_gen",
                    "GEN",
                    "What is in the wallet that the node pays its transactions from, in GEN.")
            .from("`/balance`: `balance_wei`")
            .absent("the node is no validator, or older than the endpoint");

    @Override
    public Optional<String> kind() {
        return Optional.of(GenLayerKind.TYPE);
    }

    @Override
    public List<Signal> signals() {
        return List.of(
                HEALTH_UP,
                VALIDATING_UP,
                ZKSYNC_RPC_UP,
                ZKSYNC_WS_UP,
                HEALTH_CHECK_UP,
                NODE_VERSION,
                GENVM_VERSION,
                PROTOCOL_VERSION,
                GENVM_MODULE_STATE,
                OPERATOR_BALANCE);
    }
}

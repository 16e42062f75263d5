package io.github.nodesonde.chain.lean;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that can be known of a lean node or network, and how its series are called. */
@Component
final class LeanSignals implements SignalSource {

    static final Signal SLOT_CURRENT =
            Signal.gauge("leanspec_slot_current", "slots", "Current slot by the node's own clock.");
    static final Signal EPOCH_CURRENT = Signal.gauge(
            "leanspec_epoch_current", "epochs", "Current epoch, where the node reports one or slots-per-epoch is set.");
    static final Signal PEERS_CONNECTED =
            Signal.gauge("leanspec_peers_connected", "peers", "Number of connected peers.");
    static final Signal BLOCKS_IMPORTED =
            Signal.counter("leanspec_blocks_imported_total", "blocks", "Blocks imported since the node started.");
    static final Signal ATTESTATIONS_PROCESSED = Signal.counter(
            "leanspec_attestations_processed_total", "attestations", "Attestations processed since the node started.");
    static final Signal SYNC_DISTANCE =
            Signal.gauge("leanspec_sync_distance", "slots", "Slots that the node is behind; 0 when synced.");
    static final Signal PROCESS_START_TIME = Signal.gauge(
            "leanspec_process_start_time_seconds", "seconds", "When the node started, in seconds since the epoch.");
    static final Signal SLOT_HEAD = Signal.gauge("leanspec_slot_head", "slots", "Slot of the node's head block.");
    static final Signal SLOT_JUSTIFIED =
            Signal.gauge("leanspec_slot_justified", "slots", "Latest slot that the node holds justified.");
    static final Signal SLOT_FINALIZED =
            Signal.gauge("leanspec_slot_finalized", "slots", "Latest slot that the node holds finalized.");
    static final Signal SYNCED =
            Signal.flag("leanspec_synced", "Whether the node is synced; absent while that is unknown.");
    static final Signal SYNCED_REPORTED = Signal.flag(
            "leanspec_synced_reported", "Whether the node says that it is synced; absent where it does not tell.");

    static final Signal NODE_BEHIND = Signal.gauge(
            "nodesonde_node_behind_slots", "slots", "Slots between the network's highest head and the node's own.");
    static final Signal NETWORK_CLOCK =
            Signal.gauge("nodesonde_network_clock_slot", "slots", "Slot that the network should be in, by genesis.");
    static final Signal NETWORK_HEAD =
            Signal.gauge("nodesonde_network_head_slot", "slots", "Highest head slot of the network's nodes.");
    static final Signal NETWORK_HEAD_SPREAD = Signal.gauge(
            "nodesonde_network_head_spread_slots", "slots", "Slots between the highest and the lowest head.");
    static final Signal NETWORK_HEAD_LAG = Signal.gauge(
            "nodesonde_network_head_lag_slots", "slots", "Slots that the highest head is behind the wall slot.");
    static final Signal NETWORK_CHAIN_STALLED = Signal.flag(
            "nodesonde_network_chain_stalled", "Whether even the highest head is far behind the wall slot.");

    @Override
    public List<Signal> signals() {
        return List.of(
                SLOT_CURRENT,
                EPOCH_CURRENT,
                PEERS_CONNECTED,
                BLOCKS_IMPORTED,
                ATTESTATIONS_PROCESSED,
                SYNC_DISTANCE,
                PROCESS_START_TIME,
                SLOT_HEAD,
                SLOT_JUSTIFIED,
                SLOT_FINALIZED,
                SYNCED,
                SYNCED_REPORTED,
                NODE_BEHIND,
                NETWORK_CLOCK,
                NETWORK_HEAD,
                NETWORK_HEAD_SPREAD,
                NETWORK_HEAD_LAG,
                NETWORK_CHAIN_STALLED);
    }
}

package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceSignals;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that can be known of a lean node or network, and how its series are called. */
@Component
final class LeanSignals implements SignalSource {

    private static final String UNTOLD = "the node does not print it, or which client prints it is unknown";
    private static final String UNTOLD_OR_YOUNG =
            UNTOLD + "; of leanspec, which sets it late, in the first ten seconds of its process";
    private static final String NO_HEAD = "no node tells its head";

    static final Signal SLOT_CURRENT = Signal.gauge(
                    "leanspec_slot_current", "slots", "Current slot by the node's own clock.")
            .from("the series of that name, or leanspec's `lean_current_slot`")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal EPOCH_CURRENT = Signal.gauge(
                    "leanspec_epoch_current",
                    "epochs",
                    "Current epoch, where the node reports one or slots-per-epoch is set.")
            .from("the series of that name, else floor(`leanspec_slot_current` / `slots-per-epoch`)")
            .absent("the node tells none and `slots-per-epoch` is not set");
    static final Signal PEERS_CONNECTED = Signal.gauge(
                    "leanspec_peers_connected", "peers", "Number of connected peers.")
            .from("the series of that name, or leanspec's `lean_connected_peers`")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal BLOCKS_IMPORTED = Signal.counter(
                    "leanspec_blocks_imported_total", "blocks", "Blocks imported since the node started.")
            .from("the series of that name, or the count of leanspec's"
                    + " `lean_fork_choice_block_processing_time_seconds`")
            .absent(UNTOLD);
    static final Signal ATTESTATIONS_PROCESSED = Signal.counter(
                    "leanspec_attestations_processed_total",
                    "attestations",
                    "Attestations processed since the node started.")
            .from("the series of that name, or the sum of leanspec's `lean_attestations_valid_total`")
            .absent(UNTOLD);
    static final Signal SYNC_DISTANCE = Signal.gauge(
                    "leanspec_sync_distance", "slots", "Slots that the node is behind; 0 when synced.")
            .from("the series of that name, or leanspec's `lean_current_slot` - `lean_head_slot`, never below 0")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal PROCESS_START_TIME = Signal.gauge(
                    "leanspec_process_start_time_seconds",
                    "seconds",
                    "When the node started, in seconds since the epoch.")
            .from("the series of that name, or leanspec's `lean_node_start_time_seconds`, else its"
                    + " `process_start_time_seconds`")
            .absent(UNTOLD);
    static final Signal SLOT_HEAD = Signal.gauge("leanspec_slot_head", "slots", "Slot of the node's head block.")
            .from("the health answer's `slot`, leanspec's `lean_head_slot`, or the head's in the fork choice")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal SLOT_JUSTIFIED = Signal.gauge(
                    "leanspec_slot_justified", "slots", "Latest slot that the node holds justified.")
            .from("leanspec's `lean_latest_justified_slot`, or `justified` of the fork choice")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal SLOT_FINALIZED = Signal.gauge(
                    "leanspec_slot_finalized", "slots", "Latest slot that the node holds finalized.")
            .from("leanspec's `lean_latest_finalized_slot`, or `finalized` of the fork choice")
            .absent(UNTOLD_OR_YOUNG);
    static final Signal SYNCED = Signal.flag(
                    "leanspec_synced", "Whether the node is synced; absent while that is unknown.")
            .from("`leanspec_synced_reported`")
            .absent("the node does not tell, as leanspec-node of today");
    static final Signal SYNCED_REPORTED = Signal.flag(
                    "leanspec_synced_reported",
                    "Whether the node says that it is synced; absent where it does not tell.")
            .from("the health answer's `synced`")
            .absent("the node does not tell, as leanspec-node of today");

    static final Signal NODE_BEHIND = Signal.gauge(
                    "nodesonde_node_behind_slots",
                    "slots",
                    "Slots between the network's highest head and the node's own.")
            .from("`nodesonde_network_head_slot` - `leanspec_slot_head`")
            .absent("the node's head is unknown");
    static final Signal NETWORK_CLOCK = Signal.gauge(
                    "nodesonde_network_clock_slot", "slots", "Slot that the network should be in, by genesis.")
            .ofNetwork()
            .from("floor((now - `genesis-time`) / `seconds-per-slot`)")
            .absent("`genesis-time` is not set");
    static final Signal NETWORK_HEAD = Signal.gauge(
                    "nodesonde_network_head_slot", "slots", "Highest head slot of the network's nodes.")
            .ofNetwork()
            .from("the highest `leanspec_slot_head`")
            .absent(NO_HEAD);
    static final Signal NETWORK_HEAD_SPREAD = Signal.gauge(
                    "nodesonde_network_head_spread_slots", "slots", "Slots between the highest and the lowest head.")
            .ofNetwork()
            .from("the highest `leanspec_slot_head` - the lowest")
            .absent(NO_HEAD);
    static final Signal NETWORK_HEAD_LAG = Signal.gauge(
                    "nodesonde_network_head_lag_slots", "slots", "Slots that the highest head is behind the wall slot.")
            .ofNetwork()
            .from("`nodesonde_network_clock_slot` - `nodesonde_network_head_slot`, never below 0")
            .absent("one of the two is absent");
    static final Signal NETWORK_CHAIN_STALLED = Signal.flag(
                    "nodesonde_network_chain_stalled", "Whether even the highest head is far behind the wall slot.")
            .ofNetwork()
            .from("`nodesonde_network_head_lag_slots` > `chain-stall-slots`")
            .absent("the lag is absent, or only one node tells its head: it cannot tell its own lag from a stall");

    @Override
    public Optional<String> kind() {
        return Optional.of(LeanNodeKind.TYPE);
    }

    @Override
    public List<Signal> signals() {
        var own = List.of(
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
        return Stream.concat(own.stream(), ForkChoiceSignals.ALL.stream()).toList();
    }
}

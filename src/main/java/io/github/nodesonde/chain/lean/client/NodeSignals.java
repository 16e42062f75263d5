package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.observation.Signal;
import java.util.List;

/** What a lean node can tell of itself, and how its series are called. */
public final class NodeSignals {

    private static final String UNTOLD = "the node does not print it, or which client prints it is unknown";
    private static final String UNTOLD_OR_YOUNG =
            UNTOLD + "; of leanspec, which sets it late, in the first ten seconds of its process";

    public static final Signal SLOT_CURRENT = Signal.gauge(
                    "leanspec_slot_current", "slots", "Current slot by the node's own clock.")
            .from(
                    "the series of that name, or `lean_current_slot`; of ream, whose own is the slot of its head, the wall"
                            + " slot")
            .absent(UNTOLD_OR_YOUNG + "; of ream, while genesis or its head is unknown");
    public static final Signal EPOCH_CURRENT = Signal.gauge(
                    "leanspec_epoch_current",
                    "epochs",
                    "Current epoch, where the node reports one or slots-per-epoch is set.")
            .from("the series of that name, else floor(`leanspec_slot_current` / `slots-per-epoch`)")
            .absent("the node tells none and `slots-per-epoch` is not set");
    public static final Signal PEERS_CONNECTED = Signal.gauge(
                    "leanspec_peers_connected", "peers", "Number of connected peers.")
            .rememberedInRounds()
            .from("the series of that name, or the sum of `lean_connected_peers` over `client`")
            .absent(UNTOLD_OR_YOUNG);
    public static final Signal BLOCKS_IMPORTED = Signal.counter(
                    "leanspec_blocks_imported_total", "blocks", "Blocks imported since the node started.")
            .from("the series of that name, or the count of `lean_fork_choice_block_processing_time_seconds`")
            .absent(UNTOLD);
    public static final Signal ATTESTATIONS_PROCESSED = Signal.counter(
                    "leanspec_attestations_processed_total",
                    "attestations",
                    "Attestations processed since the node started.")
            .from("the series of that name, or the sum of `lean_attestations_valid_total`")
            .absent(UNTOLD);
    public static final Signal SYNC_DISTANCE = Signal.gauge(
                    "leanspec_sync_distance", "slots", "Slots that the node is behind; 0 when synced.")
            .from(
                    "the series of that name, else ethlambda's own `sync_distance`, else wall slot - `leanspec_slot_head`,"
                            + " never below 0; while genesis is unknown, the node's own current slot in place of the wall slot")
            .absent("the node's head is unknown, or neither genesis nor the node's own current slot is known");
    public static final Signal PROCESS_START_TIME = Signal.gauge(
                    "leanspec_process_start_time_seconds",
                    "seconds",
                    "When the node started, in seconds since the epoch.")
            .rememberedInRounds()
            .from("the series of that name, or `lean_node_start_time_seconds`, else `process_start_time_seconds`")
            .absent(UNTOLD);
    public static final Signal SLOT_HEAD = Signal.gauge("leanspec_slot_head", "slots", "Slot of the node's head block.")
            .rememberedInRounds()
            .from("the health answer's `slot`, else `lean_head_slot`, else ethlambda's own `head_slot`")
            .absent(UNTOLD_OR_YOUNG);
    public static final Signal SLOT_JUSTIFIED = Signal.gauge(
                    "leanspec_slot_justified", "slots", "Latest slot that the node holds justified.")
            .from("`lean_latest_justified_slot`")
            .absent(UNTOLD_OR_YOUNG);
    public static final Signal SLOT_FINALIZED = Signal.gauge(
                    "leanspec_slot_finalized", "slots", "Latest slot that the node holds finalized.")
            .from("`lean_latest_finalized_slot`, else ethlambda's own `finalized_slot`")
            .absent(UNTOLD_OR_YOUNG);

    /** In the order in which they are documented. */
    public static final List<Signal> ALL = List.of(
            SLOT_CURRENT,
            EPOCH_CURRENT,
            PEERS_CONNECTED,
            BLOCKS_IMPORTED,
            ATTESTATIONS_PROCESSED,
            SYNC_DISTANCE,
            PROCESS_START_TIME,
            SLOT_HEAD,
            SLOT_JUSTIFIED,
            SLOT_FINALIZED);

    private NodeSignals() {}
}

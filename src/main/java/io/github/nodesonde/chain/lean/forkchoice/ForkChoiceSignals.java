package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.observation.Signal;
import java.util.List;

/** What several trees together tell, and how its series are called. */
public final class ForkChoiceSignals {

    private static final String UNDECIDED = "fewer than two nodes tell their fork choice, or none can be compared";

    static final Signal JUSTIFIED = Signal.gauge(
                    "nodesonde_network_justified_slot", "slots", "Highest slot that a node holds justified.")
            .ofNetwork()
            .from("the highest of `justified` in fork choices and `leanspec_slot_justified`")
            .absent("no node tells one");
    static final Signal FINALIZED = Signal.gauge(
                    "nodesonde_network_finalized_slot", "slots", "Highest slot that a node holds finalized.")
            .ofNetwork()
            .from("the highest of `finalized` in fork choices and `leanspec_slot_finalized`")
            .absent("no node tells one");
    static final Signal FINALITY_LAG = Signal.gauge(
                    "nodesonde_network_finality_lag_slots",
                    "slots",
                    "Slots that the highest finalized slot is behind the highest head.")
            .ofNetwork()
            .from("highest head - `nodesonde_network_finalized_slot`, never below 0")
            .absent("one of the two is unknown");
    static final Signal FINALITY_STALLED = Signal.flag(
                    "nodesonde_network_finality_stalled", "Whether finality is far behind the highest head.")
            .ofNetwork()
            .from("`nodesonde_network_finality_lag_slots` > `finality-stall-slots`")
            .absent("the lag is");
    static final Signal FINALITY_CONFLICT = Signal.flag(
                    "nodesonde_network_finality_conflict",
                    "Whether a finalized slot has another root in the tree of another node.")
            .ofNetwork()
            .from("finalized blocks and the ancestry of heads in fork choices")
            .absent("no node tells its fork choice");
    static final Signal FORKED = Signal.flag(
                    "nodesonde_network_forked",
                    "Whether the heads of nodes have been on more than one chain for several polls.")
            .ofNetwork()
            .from("heads walked back by `parent_root` in fork choices, for `fork-polls` polls in a row")
            .absent(UNDECIDED);
    static final Signal FORK_GROUPS = Signal.gauge(
                    "nodesonde_network_fork_groups", "chains", "Number of chains that the heads of nodes are on.")
            .ofNetwork()
            .from("heads walked back by `parent_root` in fork choices")
            .absent(UNDECIDED);
    static final Signal FORK_DEPTH = Signal.gauge(
                    "nodesonde_network_fork_depth_blocks",
                    "blocks",
                    "Blocks above the newest one that all chains share, on the shortest of them; 0 on one chain.")
            .ofNetwork()
            .from("`parent_root` in fork choices")
            .absent(UNDECIDED);
    static final Signal FORK_UNDECIDABLE = Signal.gauge(
                    "nodesonde_network_fork_undecidable_nodes",
                    "nodes",
                    "Number of nodes of which cannot be said on which chain they are.")
            .ofNetwork()
            .from("fork choices that share no block, or whose head lies below a finalized slot")
            .absent(UNDECIDED);

    public static final List<Signal> ALL = List.of(
            JUSTIFIED,
            FINALIZED,
            FINALITY_LAG,
            FINALITY_STALLED,
            FINALITY_CONFLICT,
            FORKED,
            FORK_GROUPS,
            FORK_DEPTH,
            FORK_UNDECIDABLE);

    private ForkChoiceSignals() {}
}

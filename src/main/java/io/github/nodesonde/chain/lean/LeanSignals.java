package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceSignals;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What follows from the answers of lean nodes, beside what they tell themselves, and how its series are called. */
@Component
final class LeanSignals implements SignalSource {

    private static final String NO_HEAD = "no node tells its head";
    private static final String NO_CLOCK = "genesis is unknown, or yet to come";

    static final Signal SYNCED = Signal.flag(
                    "leanspec_synced", "Whether the node is synced; absent while that is unknown.")
            .from("0 when `leanspec_synced_reported` or `leanspec_synced_derived` is 0, else 1 when one of them is 1")
            .absent("both are");
    static final Signal SYNCED_REPORTED = Signal.flag(
                    "leanspec_synced_reported",
                    "Whether the node says that it is synced; absent where it does not tell.")
            .from("the health answer's `synced`, else not `is_syncing` of `/lean/v0/node/syncing`, else"
                    + " `lean_node_sync_status`")
            .absent("the node does not tell, as leanspec-node of today, ream and qlean");
    static final Signal SYNCED_DERIVED = Signal.flag(
                    "leanspec_synced_derived", "Whether the node's head is where it should be.")
            .from("0 when `leanspec_slot_head` is more than `lag-slots` behind the wall slot, 1 again at"
                    + " `lag-clear-slots`; while the network is stalled, the highest head in place of the wall slot")
            .absent("the head or genesis is unknown, or the process started less than ten seconds before");

    static final Signal NODE_BEHIND = Signal.gauge(
                    "nodesonde_node_behind_slots",
                    "slots",
                    "Slots between the network's highest head and the node's own.")
            .from("`nodesonde_network_head_slot` - `leanspec_slot_head`")
            .absent("the node's head is unknown");
    static final Signal NODE_CLOCK_SKEW = Signal.gauge(
                    "nodesonde_node_clock_skew_slots",
                    "slots",
                    "Slots by which the node's own clock is ahead of the wall slot; negative when behind.")
            .from("the node's own current slot - the wall slot of the moment it was told")
            .absent("of ream, whose current slot is that of its head; while the node tells none; and while "
                    + NO_CLOCK);
    static final Signal NODE_HEAD_REGRESSIONS = Signal.counter(
                    "nodesonde_node_head_regressions_total",
                    "falls",
                    "How often the node's head fell by more than lag-clear-slots while its process ran on.")
            .from(
                    "falls of `leanspec_slot_head` from one round to the next by more than `lag-clear-slots`, counted since"
                            + " the node is watched")
            .absent("the node never told a head");
    static final Signal NETWORK_CLOCK = Signal.gauge(
                    "nodesonde_network_clock_slot", "slots", "Slot that the network should be in, by genesis.")
            .ofNetwork()
            .from(
                    "floor((now - genesis) / `seconds-per-slot`), genesis being `genesis-time`, else what most nodes that tell"
                            + " say")
            .absent(NO_CLOCK);
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
            .from("wall slot of the moment the highest head was told - that head > `chain-stall-slots`")
            .absent("the lag is absent, or only one node tells its head: it cannot tell its own lag from a stall");
    static final Signal NETWORK_VALIDATORS = Signal.gauge(
                    "nodesonde_network_validators", "validators", "Validators that the chain's registry holds.")
            .ofNetwork()
            .from("what most nodes that tell say")
            .absent("no node tells, or they are divided");
    static final Signal NETWORK_VALIDATORS_PRESENT = Signal.gauge(
                    "nodesonde_network_validators_present", "validators", "Validators that synced nodes run.")
            .ofNetwork()
            .from("sum of `lean_validators_count` over the synced nodes")
            .absent("no node prints it");
    static final Signal NETWORK_QUORUM_RATIO = Signal.gauge(
                    "nodesonde_network_quorum_ratio", "", "Share of the registry's validators that synced nodes run.")
            .ofNetwork()
            .from("`nodesonde_network_validators_present` / `nodesonde_network_validators`")
            .absent("one of the two is absent, or the inventory does not say `complete: true`");
    static final Signal NETWORK_AGGREGATORS = Signal.gauge(
                    "nodesonde_network_aggregators", "nodes", "Nodes that say that they aggregate attestations.")
            .ofNetwork()
            .from("`lean_is_aggregator`")
            .absent("no node prints it");

    @Override
    public Optional<String> kind() {
        return Optional.of(LeanNodeKind.TYPE);
    }

    @Override
    public List<Signal> signals() {
        return Stream.of(
                        NodeSignals.ALL.stream(),
                        ForkChoiceSignals.ALL.stream(),
                        Stream.of(
                                SYNCED,
                                SYNCED_REPORTED,
                                SYNCED_DERIVED,
                                NODE_BEHIND,
                                NODE_CLOCK_SKEW,
                                NODE_HEAD_REGRESSIONS,
                                NETWORK_CLOCK,
                                NETWORK_HEAD,
                                NETWORK_HEAD_SPREAD,
                                NETWORK_HEAD_LAG,
                                NETWORK_CHAIN_STALLED,
                                NETWORK_VALIDATORS,
                                NETWORK_VALIDATORS_PRESENT,
                                NETWORK_QUORUM_RATIO,
                                NETWORK_AGGREGATORS))
                .flatMap(signals -> signals)
                .toList();
    }
}

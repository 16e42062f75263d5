package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClient;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.chain.lean.network.HeadFalls;
import io.github.nodesonde.chain.lean.network.HeadTopic;
import io.github.nodesonde.chain.lean.network.LeanNetwork;
import io.github.nodesonde.chain.lean.network.SlotClock;
import io.github.nodesonde.chain.lean.network.Sync;
import io.github.nodesonde.chain.lean.network.SyncReport;
import io.github.nodesonde.chain.lean.network.WatchedNode;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a lean network's lens adds to the readings of the probes. */
record LeanReadings(LeanNetwork seen, Network network) {

    List<Reading> all() {
        return Stream.concat(ofNetwork(), seen.nodes().stream().flatMap(this::ofNode))
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Reading>> ofNetwork() {
        HeadTopic head = seen.head();
        return Stream.of(
                ofNetwork(LeanSignals.NETWORK_CLOCK, seen.clock().slot(), "slots passed since genesis"),
                ofNetwork(LeanSignals.NETWORK_HEAD, head.maxSlot(), "highest head slot"),
                ofNetwork(LeanSignals.NETWORK_HEAD_SPREAD, head.spreadSlots(), "highest head slot - lowest head slot"),
                ofNetwork(
                        LeanSignals.NETWORK_HEAD_LAG, head.lagSlots(), "wall slot - highest head slot, never below 0"),
                ofNetwork(
                        LeanSignals.NETWORK_CHAIN_STALLED,
                        head.stalled().map(LeanReadings::flag),
                        "wall slot - highest head slot > chain-stall-slots"),
                ofNetwork(LeanSignals.NETWORK_VALIDATORS, seen.quorum().validators(), "as most nodes that tell say"),
                ofNetwork(
                        LeanSignals.NETWORK_VALIDATORS_PRESENT,
                        seen.quorum().present(),
                        "sum of lean_validators_count over synced nodes"),
                ofNetwork(LeanSignals.NETWORK_QUORUM_RATIO, seen.quorum().ratio(), "validators present / validators"),
                ofNetwork(
                        LeanSignals.NETWORK_AGGREGATORS,
                        Optional.of(seen.aggregators())
                                .filter(topic -> topic.asked() > 0)
                                .map(topic -> topic.nodes().size()),
                        "nodes whose lean_is_aggregator is 1"));
    }

    private Stream<Optional<Reading>> ofNode(WatchedNode node) {
        var subject = Subject.of(node.seen().node());
        return seen.isStranger(node)
                ? ofSync(node, subject)
                : Stream.concat(ofSync(node, subject), ofChain(node, subject));
    }

    private Stream<Optional<Reading>> ofSync(WatchedNode node, Subject subject) {
        Sync sync = seen.syncOf(node.nodeId());
        return Stream.of(
                sync.reported()
                        .map(SyncReport::synced)
                        .map(synced -> Reading.reported(node.seen().node(), LeanSignals.SYNCED_REPORTED, flag(synced))),
                derived(
                        subject,
                        LeanSignals.SYNCED_DERIVED,
                        sync.derived().map(LeanReadings::flag),
                        "how far leanspec_slot_head is behind where it should be"),
                derived(
                        subject,
                        LeanSignals.SYNCED,
                        sync.synced().map(LeanReadings::flag),
                        "the worse of leanspec_synced_reported and leanspec_synced_derived"));
    }

    private Stream<Optional<Reading>> ofChain(WatchedNode node, Subject subject) {
        return Stream.of(
                derived(
                        subject,
                        LeanSignals.NODE_BEHIND,
                        seen.head().maxSlot().flatMap(max -> node.head().map(own -> max - own.slot())),
                        "network's highest head slot - own"),
                derived(subject, LeanSignals.NODE_CLOCK_SKEW, node.clockSkew(clock()), "own current slot - wall slot"),
                derived(
                        subject,
                        LeanSignals.NODE_HEAD_REGRESSIONS,
                        seen.memory().fallsOf(node.nodeId()).map(HeadFalls::count),
                        "falls of leanspec_slot_head by more than lag-clear-slots"),
                derived(subject, NodeSignals.SLOT_CURRENT, clockOfTheClockless(node), "slots passed since genesis"),
                distance(node, subject),
                derived(subject, NodeSignals.EPOCH_CURRENT, epoch(node), "floor(current slot / slots-per-epoch)"));
    }

    /** Of a client whose own current slot is none, the wall slot of the moment it told its head. */
    private Optional<Long> clockOfTheClockless(WatchedNode node) {
        return node.head()
                .filter(_ -> node.client().isPresent() && node.ownClock() == LeanClient.OwnClock.NONE)
                .flatMap(this::wallSlot);
    }

    /** Empty where the node itself tells. */
    private Optional<Reading> distance(WatchedNode node, Subject subject) {
        if (Told.by(node.seen(), NodeSignals.SYNC_DISTANCE).isPresent()) {
            return Optional.empty();
        }
        return node.head()
                .flatMap(head -> wallSlot(head)
                        .map(wall -> Reading.derived(
                                subject,
                                NodeSignals.SYNC_DISTANCE,
                                (double) Math.max(0, wall - head.slot()),
                                "wall slot - leanspec_slot_head, never below 0"))
                        .or(() -> node.current()
                                .filter(_ -> clock().isEmpty())
                                .map(own -> Reading.derived(
                                        subject,
                                        NodeSignals.SYNC_DISTANCE,
                                        (double) Math.max(0, own.slot() - head.slot()),
                                        "own current slot - leanspec_slot_head, never below 0"))));
    }

    /** Empty where the node itself tells, or nobody said how long an epoch is. */
    private Optional<Long> epoch(WatchedNode node) {
        return Told.by(node.seen(), NodeSignals.EPOCH_CURRENT).isPresent()
                ? Optional.empty()
                : seen.settings()
                        .slotsPerEpoch()
                        .flatMap(slots -> node.current()
                                .map(Told::slot)
                                .or(() -> clockOfTheClockless(node))
                                .map(current -> current / slots));
    }

    private Optional<Long> wallSlot(Told told) {
        return clock().flatMap(wall -> wall.at(told.at()));
    }

    private Optional<SlotClock> clock() {
        return seen.genesis().clock(seen.settings());
    }

    private Optional<Reading> ofNetwork(Signal signal, Optional<? extends Number> value, String how) {
        return derived(Subject.of(network), signal, value, how);
    }

    private static Optional<Reading> derived(
            Subject subject, Signal signal, Optional<? extends Number> value, String how) {
        return value.map(number -> Reading.derived(subject, signal, number.doubleValue(), how));
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}

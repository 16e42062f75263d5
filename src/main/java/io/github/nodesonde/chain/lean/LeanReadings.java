package io.github.nodesonde.chain.lean;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a lean network's lens adds to the readings of the probes. */
record LeanReadings(LeanNetworkSettings settings, Network network) {

    List<Reading> of(List<WatchedNode> nodes, HeadTopic head, Optional<Long> wallSlot) {
        return Stream.concat(
                        Stream.of(
                                ofNetwork(LeanSignals.NETWORK_CLOCK, wallSlot, "slots passed since genesis-time"),
                                ofNetwork(LeanSignals.NETWORK_HEAD, head.maxSlot(), "highest head slot"),
                                ofNetwork(
                                        LeanSignals.NETWORK_HEAD_SPREAD,
                                        head.spreadSlots(),
                                        "highest head slot - lowest head slot"),
                                ofNetwork(
                                        LeanSignals.NETWORK_HEAD_LAG,
                                        head.lagSlots(),
                                        "wall slot - highest head slot, never below 0"),
                                ofNetwork(
                                        LeanSignals.NETWORK_CHAIN_STALLED,
                                        head.stalled().map(LeanReadings::flag),
                                        "wall slot - highest head slot > chain-stall-slots")),
                        nodes.stream().flatMap(node -> ofNode(node, head)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Reading>> ofNode(WatchedNode node, HeadTopic head) {
        var subject = Subject.of(node.seen().node());
        return Stream.of(
                node.syncedReported()
                        .map(synced -> Reading.reported(node.seen().node(), LeanSignals.SYNCED_REPORTED, flag(synced))),
                node.syncedReported()
                        .map(synced ->
                                Reading.derived(subject, LeanSignals.SYNCED, flag(synced), "as the node reports")),
                head.maxSlot()
                        .flatMap(max -> node.head().map(own -> max - own.slot()))
                        .map(behind -> Reading.derived(
                                subject, LeanSignals.NODE_BEHIND, behind, "network's highest head slot - own")),
                epoch(node)
                        .map(epoch -> Reading.derived(
                                subject, LeanSignals.EPOCH_CURRENT, epoch, "floor(current slot / slots-per-epoch)")));
    }

    /** Empty where the node itself tells, or nobody said how long an epoch is. */
    private Optional<Long> epoch(WatchedNode node) {
        return Told.by(node.seen(), LeanSignals.EPOCH_CURRENT).isPresent()
                ? Optional.empty()
                : settings.slotsPerEpoch()
                        .flatMap(slots ->
                                Told.by(node.seen(), LeanSignals.SLOT_CURRENT).map(current -> current.slot() / slots));
    }

    private Optional<Reading> ofNetwork(Signal signal, Optional<? extends Number> value, String how) {
        return value.map(number -> Reading.derived(Subject.of(network), signal, number.doubleValue(), how));
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}

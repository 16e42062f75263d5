package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a node is synced: what it says, what its head says, and what follows from the two.
 *
 * <p>The head says no when it is further behind its target than is allowed, yes again when it has come close, and in
 * between what it said before. The target is the wall slot of the moment the head was told; while the whole network is
 * stalled, the highest head in its place. Nothing is said for a process in its first ten seconds.
 *
 * @param target where the head should be
 * @param allowedSlots how far behind it may be
 */
public record Sync(
        Optional<SyncReport> reported,
        Optional<Boolean> derived,
        Optional<Long> head,
        Optional<Long> target,
        long allowedSlots) {

    private static final String UNIT = "slot";
    private static final String BY_LAG_ALONE = "lag";
    private static final Duration UNTIL_HEAD_TELLS = Duration.ofSeconds(10);

    /**
     * Of every node, by id. By a clock that is not its own a node is not measured: of one of another chain only what it
     * says counts.
     *
     * @param ours those that are of this chain
     */
    static Map<NodeId, Sync> ofAll(
            List<WatchedNode> nodes,
            List<WatchedNode> ours,
            LeanNetworkSettings settings,
            Optional<SlotClock> clock,
            HeadTopic heads,
            Instant asOf,
            Optional<NetworkView> before) {
        var all = new HashMap<NodeId, Sync>();
        nodes.forEach(node -> all.put(node.nodeId(), ofStranger(node)));
        ours.forEach(node ->
                all.put(node.nodeId(), of(node, settings, clock, heads, asOf, derivedBefore(before, node.nodeId()))));
        return all;
    }

    private static Sync ofStranger(WatchedNode node) {
        return new Sync(node.reported(), Optional.empty(), node.head().map(Told::slot), Optional.empty(), 0);
    }

    private static Optional<Boolean> derivedBefore(Optional<NetworkView> before, NodeId node) {
        return before.flatMap(view -> Optional.ofNullable(view.nodes().get(node)))
                .flatMap(NodeView::progress)
                .flatMap(Progress::syncedDerived);
    }

    /** @param derivedBefore what the head said in the judgement before; empty when it said nothing */
    static Sync of(
            WatchedNode node,
            LeanNetworkSettings settings,
            Optional<SlotClock> clock,
            HeadTopic heads,
            Instant asOf,
            Optional<Boolean> derivedBefore) {
        boolean stalled = heads.isStalled();
        Optional<Long> target = stalled
                ? heads.maxSlot()
                : clock.flatMap(wall -> wall.at(node.head().map(Told::at).orElse(asOf)));
        long allowed = stalled
                ? settings.lagAllowed(node.seen().node().interval())
                : settings.heads().lagSlots();
        Optional<Boolean> derived = node.head()
                .filter(head -> !node.isYounger(head.at(), UNTIL_HEAD_TELLS))
                .flatMap(head -> target.map(goal -> goal - head.slot()))
                .map(behind -> behind <= allowed
                        && (behind <= settings.heads().lagClearSlots() || derivedBefore.orElse(true)));
        return new Sync(node.reported(), derived, node.head().map(Told::slot), target, allowed);
    }

    /** No when either says no, else yes when either says yes. */
    public Optional<Boolean> synced() {
        Optional<Boolean> said = reported.map(SyncReport::synced);
        return said.isEmpty() || derived.isEmpty() ? said.or(() -> derived) : Optional.of(said.get() && derived.get());
    }

    /** Whether one says yes and the other no. */
    boolean isDisputed() {
        return reported.isPresent() && derived.isPresent() && reported.get().synced() != derived.get();
    }

    public Progress progress() {
        return new Progress(
                UNIT,
                head,
                target,
                synced(),
                reported.map(SyncReport::synced),
                derived,
                reported.map(report -> report.source().label()).or(() -> derived.map(_ -> BY_LAG_ALONE)));
    }
}

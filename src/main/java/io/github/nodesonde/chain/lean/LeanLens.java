package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.forkchoice.FinalityTopic;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceView;
import io.github.nodesonde.chain.lean.forkchoice.ForksTopic;
import io.github.nodesonde.chain.lean.forkchoice.SlotMaxima;
import io.github.nodesonde.chain.lean.forkchoice.ToldTree;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Sees the nodes of a lean network together. The target of a head is the wall slot, known where genesis is configured:
 * of a node's head the one at the instant it was told, of the network's the one of now. A node is synced when it says
 * so.
 */
@Component
final class LeanLens implements NetworkLens {

    private static final String UNIT = "slot";

    private final LeanClients clients;

    LeanLens(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return LeanNodeKind.TYPE;
    }

    @Override
    public Set<String> rules() {
        return ForkChoiceView.RULES;
    }

    @Override
    public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
        var settings = (LeanNetworkSettings) seen.network().settings();
        List<WatchedNode> nodes = seen.nodes().stream().map(WatchedNode::of).toList();
        Optional<Long> wallSlot = settings.clock().map(clock -> clock.at(seen.asOf()));
        HeadTopic head = HeadTopic.of(nodes, settings, wallSlot, before.flatMap(HeadTopic::in));

        Map<NodeId, NodeView> views = new LinkedHashMap<>();
        nodes.forEach(node -> views.put(node.seen().node().id(), view(node, progress(node, settings, seen.asOf()))));

        ForkChoiceView chains = chains(seen, head, settings, before);
        var topics = new LinkedHashMap<String, Record>();
        topics.put(HeadTopic.NAME, head);
        topics.put(FinalityTopic.NAME, chains.finality());
        topics.put(ForksTopic.NAME, chains.forks());
        topics.put(PeersTopic.NAME, PeersTopic.of(nodes));

        List<Reading> readings = Stream.concat(
                        new LeanReadings(settings, seen.network()).of(nodes, head, wallSlot).stream(),
                        chains.readings(seen.network()).stream())
                .toList();
        return new NetworkView(
                Optional.of(progress(nodes, head, wallSlot)),
                views,
                readings,
                topics,
                chains.findings(seen.network(), settings.forks(), seen.asOf()));
    }

    private static ForkChoiceView chains(
            NetworkSnapshot seen, HeadTopic head, LeanNetworkSettings settings, Optional<NetworkView> before) {
        return ForkChoiceView.of(
                seen.nodes().stream()
                        .flatMap(node -> ToldTree.of(node, LeanForkChoiceProbe.NAME).stream())
                        .toList(),
                new SlotMaxima(
                        head.maxSlot(),
                        highest(seen, LeanSignals.SLOT_JUSTIFIED),
                        highest(seen, LeanSignals.SLOT_FINALIZED)),
                settings.forks(),
                seen.asOf(),
                before);
    }

    private static Optional<Long> highest(NetworkSnapshot seen, Signal slot) {
        return seen.nodes().stream()
                .flatMap(node -> Told.by(node, slot).stream())
                .map(Told::slot)
                .max(Comparator.naturalOrder());
    }

    private NodeView view(WatchedNode node, Progress progress) {
        Optional<KnownClient> client = clients.of(node.seen());
        var topics = new LinkedHashMap<String, Object>();
        topics.put("client", client.map(known -> known.client().name()));
        topics.put("clientSource", client.map(known -> known.source().label()));
        return new NodeView(
                Optional.of(progress),
                Optional.empty(),
                node.seen()
                        .report(LeanMetricsProbe.NAME, LeanSoftware.class)
                        .map(LeanSoftware::software)
                        .orElse(Software.UNKNOWN),
                client.map(known -> known.client().name()).orElse(LeanNodeKind.TYPE),
                topics);
    }

    private static Progress progress(WatchedNode node, LeanNetworkSettings settings, Instant asOf) {
        Instant when = node.head().map(Told::at).orElse(asOf);
        return new Progress(
                UNIT,
                node.head().map(Told::slot),
                settings.clock().map(clock -> clock.at(when)),
                node.syncedReported(),
                node.syncedReported(),
                Optional.empty(),
                node.syncedReported().map(_ -> LeanHealthProbe.NAME));
    }

    private static Progress progress(List<WatchedNode> nodes, HeadTopic head, Optional<Long> wallSlot) {
        return new Progress(
                UNIT,
                head.maxSlot(),
                wallSlot,
                SyncedMajority.of(
                        nodes.stream().map(WatchedNode::syncedReported).toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

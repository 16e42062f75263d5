package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.KnownClient;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.chain.lean.forkchoice.FinalityTopic;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceView;
import io.github.nodesonde.chain.lean.forkchoice.ForksTopic;
import io.github.nodesonde.chain.lean.forkchoice.SlotMaxima;
import io.github.nodesonde.chain.lean.forkchoice.ToldTree;
import io.github.nodesonde.chain.lean.network.Lasting.Condition;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.PerNode;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All nodes of a network seen together.
 *
 * @param nodes every node
 * @param counted those that count: all but the ones in maintenance
 * @param sync of every node, by id
 * @param forkChoice what the trees of those of its nodes tell that are of its chain
 * @param memory for the next look
 */
public record LeanNetwork(
        LeanNetworkSettings settings,
        Instant asOf,
        List<WatchedNode> nodes,
        List<WatchedNode> counted,
        Genesis genesis,
        ClockTopic clock,
        HeadTopic head,
        ForkChoiceView forkChoice,
        QuorumTopic quorum,
        AggregatorsTopic aggregators,
        PeersTopic peers,
        Map<NodeId, Sync> sync,
        NetworkMemory memory) {

    public LeanNetwork {
        nodes = List.copyOf(nodes);
        counted = List.copyOf(counted);
        sync = Map.copyOf(sync);
    }

    /** @param clientOf which client a node is */
    public static LeanNetwork of(
            NetworkSnapshot seen,
            Optional<NetworkView> before,
            Function<NodeSnapshot, Optional<KnownClient>> clientOf) {
        var settings = (LeanNetworkSettings) seen.network().settings();
        Instant asOf = seen.asOf();
        NetworkMemory memory = NetworkMemory.in(before);
        PerNode<WatchedNode> watched =
                PerNode.of(seen.nodes(), memory.nodes(), (node, _) -> WatchedNode.of(node, clientOf.apply(node)));
        List<WatchedNode> nodes = watched.inOrder();
        List<WatchedNode> counted = nodes.stream()
                .filter(node -> !seen.inMaintenance().contains(node.nodeId()))
                .toList();
        Genesis genesis = Genesis.of(counted, settings.genesis());
        List<WatchedNode> ours =
                counted.stream().filter(node -> !genesis.isMismatched(node)).toList();
        Optional<SlotClock> clock = genesis.clock(settings);
        HeadTopic head = HeadTopic.of(ours, settings, clock, asOf, before.flatMap(HeadTopic::in));
        List<WatchedNode> measured =
                nodes.stream().filter(node -> !genesis.isMismatched(node)).toList();
        Map<NodeId, Sync> sync = Sync.ofAll(nodes, measured, settings, clock, head, asOf, before);
        AggregatorsTopic aggregators = AggregatorsTopic.of(ours);
        return new LeanNetwork(
                settings,
                asOf,
                nodes,
                counted,
                genesis,
                ClockTopic.of(ours, settings, genesis, asOf),
                head,
                forkChoice(ours, head, settings, asOf, before),
                quorum(ours, sync, genesis, seen.network().complete()),
                aggregators,
                PeersTopic.of(counted),
                sync,
                memory.after(
                        holding(sync, head, aggregators),
                        seen.nodes(),
                        watched,
                        settings.heads().lagClearSlots(),
                        asOf));
    }

    /** What the API prints of the network, by field name. */
    public SequencedMap<String, Record> topics() {
        var topics = new LinkedHashMap<String, Record>();
        topics.put(ClockTopic.NAME, clock);
        topics.put(HeadTopic.NAME, head);
        topics.put(FinalityTopic.NAME, forkChoice.finality());
        topics.put(ForksTopic.NAME, forkChoice.forks());
        topics.put(QuorumTopic.NAME, quorum);
        topics.put(AggregatorsTopic.NAME, aggregators);
        topics.put(PeersTopic.NAME, peers);
        topics.put(GenesisTopic.NAME, genesis.topic());
        return topics;
    }

    /** How far the network as one has come. */
    public Progress progress() {
        return new Progress(
                "slot",
                head.maxSlot(),
                head.isStalled() ? head.maxSlot() : clock.slot(),
                SyncedMajority.of(counted.stream()
                        .map(node -> syncOf(node.nodeId()).synced())
                        .toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Sync syncOf(NodeId node) {
        return Objects.requireNonNull(sync.get(node), "every node has one");
    }

    /** Whether the node is of another chain. */
    public boolean isStranger(WatchedNode node) {
        return genesis.isMismatched(node);
    }

    /** Whether the chain stands still, in three rounds of each node that tells a head. */
    public boolean isLastinglyStalled() {
        return memory.lasting()
                .held(new Condition.ChainStall(), snapshots(node -> node.head().isPresent()));
    }

    /** Whether nobody aggregates, in three rounds of each node that tells whether it does. */
    public boolean isLastinglyWithoutAggregator() {
        return memory.lasting()
                .held(
                        new Condition.NoAggregator(),
                        snapshots(node -> node.state().aggregator().isPresent()));
    }

    private List<NodeSnapshot> snapshots(Predicate<WatchedNode> witness) {
        return counted.stream().filter(witness).map(WatchedNode::seen).toList();
    }

    private static ForkChoiceView forkChoice(
            List<WatchedNode> nodes,
            HeadTopic head,
            LeanNetworkSettings settings,
            Instant asOf,
            Optional<NetworkView> before) {
        return ForkChoiceView.of(
                nodes.stream()
                        .flatMap(node -> ToldTree.of(node.seen()).stream())
                        .toList(),
                new SlotMaxima(
                        head.maxSlot(),
                        highest(nodes, NodeSignals.SLOT_JUSTIFIED),
                        highest(nodes, NodeSignals.SLOT_FINALIZED)),
                settings.forks(),
                asOf,
                before);
    }

    private static Optional<Long> highest(List<WatchedNode> nodes, Signal slot) {
        return nodes.stream()
                .flatMap(node -> Told.by(node.seen(), slot).stream())
                .map(Told::slot)
                .max(Comparator.naturalOrder());
    }

    private static QuorumTopic quorum(
            List<WatchedNode> nodes, Map<NodeId, Sync> sync, Genesis genesis, boolean complete) {
        List<WatchedNode> telling = nodes.stream()
                .filter(node -> node.state().validators().isPresent())
                .toList();
        return QuorumTopic.of(
                genesis.validators(),
                validators(telling.stream()),
                validators(telling.stream()
                        .filter(node -> Optional.ofNullable(sync.get(node.nodeId()))
                                .flatMap(Sync::synced)
                                .orElse(false))),
                complete);
    }

    private static List<Long> validators(Stream<WatchedNode> nodes) {
        return nodes.flatMap(node -> node.state().validators().stream()).toList();
    }

    private static Set<Condition> holding(Map<NodeId, Sync> sync, HeadTopic head, AggregatorsTopic aggregators) {
        var holding = new HashSet<Condition>();
        sync.forEach((node, known) -> {
            if (known.isDisputed()) {
                holding.add(new Condition.SyncDisagreement(node));
            }
        });
        if (head.isStalled()) {
            holding.add(new Condition.ChainStall());
        }
        if (aggregators.isNobody()) {
            holding.add(new Condition.NoAggregator());
        }
        return holding;
    }
}

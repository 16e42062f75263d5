package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.LeanGenesis;
import io.github.nodesonde.chain.lean.forkchoice.FinalizedRoots;
import io.github.nodesonde.chain.lean.forkchoice.ToldTree;
import io.github.nodesonde.chain.lean.network.GenesisTopic.Because;
import io.github.nodesonde.chain.lean.network.GenesisTopic.Mismatched;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * When the chain began, who says so, and which nodes are of another chain.
 *
 * @param at as the inventory says, else as most nodes that tell do; empty while nobody tells, and on a tie
 * @param validators how many validators the chain's registry holds, as most nodes that tell do
 * @param mismatched nodes of another chain, by id
 */
public record Genesis(
        Optional<Instant> at,
        Optional<Source> source,
        Optional<Long> validators,
        SequencedMap<String, Mismatched> mismatched) {

    /** Who says when the chain began. */
    public enum Source {
        /** The inventory. */
        CONFIG,
        /** Nodes of the network. */
        NODE;

        /** As the API prints it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Genesis {
        mismatched = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mismatched));
    }

    static Genesis of(List<WatchedNode> nodes, Optional<Instant> configured) {
        Optional<Instant> at = configured.or(() -> Majority.of(nodes.stream()
                .flatMap(node -> node.genesis().stream())
                .map(LeanGenesis::at)
                .toList()));
        Optional<Long> validators = Majority.of(nodes.stream()
                .filter(node -> isAt(node, at))
                .flatMap(node -> node.registrySize().stream())
                .toList());
        Set<NodeId> divided = FinalizedRoots.dissenters(nodes.stream()
                .filter(node -> reason(node, at, validators, Set.of()).isEmpty())
                .flatMap(node -> ToldTree.of(node.seen()).stream())
                .toList());
        var mismatched = new LinkedHashMap<String, Mismatched>();
        nodes.stream()
                .filter(WatchedNode::isFresh)
                .forEach(node -> reason(node, at, validators, divided)
                        .ifPresent(because -> mismatched.put(
                                node.id(),
                                new Mismatched(node.id(), node.genesis().map(LeanGenesis::at), because.label()))));
        return new Genesis(
                at, at.map(_ -> configured.isPresent() ? Source.CONFIG : Source.NODE), validators, mismatched);
    }

    private static Optional<Because> reason(
            WatchedNode node, Optional<Instant> at, Optional<Long> validators, Set<NodeId> divided) {
        if (!isAt(node, at)) {
            return Optional.of(Because.GENESIS_TIME);
        }
        if (node.registrySize()
                .filter(own -> !validators.equals(Optional.of(own)))
                .isPresent()) {
            return Optional.of(Because.VALIDATOR_COUNT);
        }
        return divided.contains(node.nodeId()) ? Optional.of(Because.FINALIZED_ROOT) : Optional.empty();
    }

    /** Whether what it tells, if anything, is that; where nodes are divided over it, none is. */
    private static boolean isAt(WatchedNode node, Optional<Instant> at) {
        return node.genesis().filter(own -> !at.equals(Optional.of(own.at()))).isEmpty();
    }

    /** Empty while genesis is unknown. */
    public Optional<SlotClock> clock(LeanNetworkSettings settings) {
        return at.map(begin -> new SlotClock(begin, settings.slot()));
    }

    /** Whether it began otherwise. One that merely finalized something else goes on to count: it shows the conflict. */
    boolean isMismatched(WatchedNode node) {
        Mismatched found = mismatched.get(node.id());
        return found != null && !found.because().equals(Because.FINALIZED_ROOT.label());
    }

    public GenesisTopic topic() {
        return new GenesisTopic(List.copyOf(mismatched.values()));
    }
}

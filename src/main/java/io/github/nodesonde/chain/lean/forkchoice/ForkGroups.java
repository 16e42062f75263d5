package io.github.nodesonde.chain.lean.forkchoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Nodes sorted by the chain they are on. Two heads are on one chain when, walked back to the slot of the lower, they meet
 * in the same root. A head that lies on the chains of several others is behind where those part, and is counted to the
 * chain of most nodes.
 *
 * @param groups the largest first, then by the root of the head
 */
record ForkGroups(List<Group> groups) {

    private static final Comparator<Group> LARGEST_FIRST = Comparator.<Group>comparingInt(
                    group -> -group.nodes().size())
            .thenComparing(group -> group.head().root());

    /** The highest head first; of those with the same, the chain that most nodes tell, then the longest. */
    private static final Comparator<Witness> LEADERS_FIRST = Comparator.comparing(Witness::head)
            .reversed()
            .thenComparingInt(witness -> -witness.nodes().size())
            .thenComparingInt(witness -> -witness.chain().length());

    ForkGroups {
        groups = groups.stream().sorted(LARGEST_FIRST).toList();
    }

    /** @param witnesses of which each two share a block */
    static ForkGroups of(List<Witness> witnesses) {
        var chains = new ArrayList<Growing>();
        var between = new ArrayList<Witness>();
        for (Witness witness : witnesses.stream().sorted(LEADERS_FIRST).toList()) {
            List<Growing> holders = holders(chains, witness);
            switch (holders.size()) {
                case 0 -> chains.add(new Growing(witness));
                case 1 -> holders.getFirst().nodes.addAll(witness.nodes());
                default -> between.add(witness);
            }
        }
        List<Growing> counted = chains.stream().sorted(Growing.LARGEST_FIRST).toList();
        between.forEach(witness -> holders(counted, witness).getFirst().nodes.addAll(witness.nodes()));
        return new ForkGroups(chains.stream().map(Growing::grown).toList());
    }

    private static List<Growing> holders(List<Growing> chains, Witness witness) {
        return chains.stream()
                .filter(growing -> growing.chain.contains(witness.head()))
                .toList();
    }

    /** The newest block that all groups share; empty while there is one group, or none. */
    Optional<Block> common() {
        return groups.size() < 2
                ? Optional.empty()
                : groups.stream()
                        .skip(1)
                        .flatMap(group -> groups.getFirst().chain().newestCommon(group.chain()).stream())
                        .min(Comparator.naturalOrder());
    }

    /** How many blocks lie above the common one on the shortest of the chains; 0 while there is one group. */
    int depthBlocks() {
        return common().stream()
                .flatMapToInt(
                        block -> groups.stream().mapToInt(group -> group.chain().blocksAbove(block.slot())))
                .min()
                .orElse(0);
    }

    /** When the newest of its trees was told; empty when there is none. */
    Optional<Instant> toldAt() {
        return groups.stream()
                .flatMap(group -> group.nodes().stream())
                .flatMap(node -> node.toldAt().stream().limit(1))
                .max(Comparator.naturalOrder());
    }

    /** How often each of the chains was told since then, by the node that tells it most often. */
    int polls(Instant since) {
        return groups.stream()
                .mapToInt(group -> group.nodes().stream()
                        .mapToInt(node -> node.polls(since))
                        .max()
                        .orElse(0))
                .min()
                .orElse(0);
    }

    /**
     * One chain.
     *
     * @param chain as the highest head of its nodes has it
     * @param nodes those on it, by id
     */
    record Group(Chain chain, List<ToldTree> nodes) {

        Group {
            nodes = nodes.stream().sorted(Comparator.comparing(ToldTree::id)).toList();
        }

        Block head() {
            return chain.head();
        }

        List<String> ids() {
            return nodes.stream().map(ToldTree::id).toList();
        }
    }

    private static final class Growing {

        private static final Comparator<Growing> LARGEST_FIRST = Comparator.<Growing>comparingInt(
                        growing -> -growing.nodes.size())
                .thenComparing(growing -> growing.chain.head().root());

        private final Chain chain;
        private final List<ToldTree> nodes;

        private Growing(Witness leader) {
            this.chain = leader.chain();
            this.nodes = new ArrayList<>(leader.nodes());
        }

        private Group grown() {
            return new Group(chain, nodes);
        }
    }
}

package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.node.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What nodes hold finalized that finalized the same slot. */
public final class FinalizedRoots {

    private FinalizedRoots() {}

    /** Nodes that hold another root than most that finalized the same slot above 0; on a tie all of these. */
    public static Set<NodeId> dissenters(List<ToldTree> trees) {
        Map<Long, Map<NodeId, Root>> bySlot = new HashMap<>();
        for (ToldTree tree : trees) {
            Block finalized = tree.forkChoice().finalized();
            if (finalized.slot() > 0) {
                bySlot.computeIfAbsent(finalized.slot(), _ -> new HashMap<>())
                        .put(tree.node().id(), finalized.root());
            }
        }
        var dissenters = new TreeSet<NodeId>();
        bySlot.values().forEach(roots -> dissenters.addAll(dissenters(roots)));
        return dissenters;
    }

    private static Set<NodeId> dissenters(Map<NodeId, Root> roots) {
        Map<Root, Integer> votes = new HashMap<>();
        roots.values().forEach(root -> votes.merge(root, 1, Integer::sum));
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        votes.values().removeIf(count -> count < most);
        var dissenters = new TreeSet<NodeId>();
        roots.forEach((node, root) -> {
            if (votes.size() > 1 || !votes.containsKey(root)) {
                dissenters.add(node);
            }
        });
        return dissenters;
    }
}

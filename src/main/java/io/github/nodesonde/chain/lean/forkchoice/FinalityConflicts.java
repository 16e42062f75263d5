package io.github.nodesonde.chain.lean.forkchoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the slots above 0 that nodes hold finalized and for which two roots stand: that of another node that holds the
 * same slot finalized, or that of the block which a head that covers the slot has for an ancestor there. Slot 0 is left
 * out, for which some clients tell a root of zeros.
 */
final class FinalityConflicts {

    private FinalityConflicts() {}

    /** By slot. */
    static List<Conflict> among(List<Witness> witnesses) {
        return witnesses.stream()
                .map(witness -> witness.told().finalized().slot())
                .filter(slot -> slot > 0)
                .distinct()
                .sorted()
                .flatMap(slot -> at(slot, witnesses).stream())
                .toList();
    }

    private static Optional<Conflict> at(long slot, List<Witness> witnesses) {
        SortedMap<Root, List<String>> roots = new TreeMap<>();
        for (Witness witness : witnesses) {
            root(slot, witness)
                    .ifPresent(root -> witness.nodes()
                            .forEach(node -> roots.computeIfAbsent(root, _ -> new ArrayList<>())
                                    .add(node.id())));
        }
        return roots.size() < 2
                ? Optional.empty()
                : Optional.of(new Conflict(
                        slot,
                        roots.entrySet().stream()
                                .map(entry -> new Held(
                                        entry.getKey().toString(),
                                        entry.getValue().stream().sorted().toList()))
                                .toList()));
    }

    /** What the nodes hold to stand at the slot; empty when they do not tell. */
    private static Optional<Root> root(long slot, Witness witness) {
        Block finalized = witness.told().finalized();
        if (finalized.slot() == slot) {
            return Optional.of(finalized.root());
        }
        return witness.chain().covers(slot) ? witness.chain().at(slot).map(Block::root) : Optional.empty();
    }

    /** @param roots at least two, by root */
    record Conflict(long slot, List<Held> roots) {}

    /** @param nodes sorted */
    record Held(String root, List<String> nodes) {}
}

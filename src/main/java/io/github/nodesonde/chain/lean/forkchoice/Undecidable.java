package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nodes of which cannot be said on which chain they are, by looking at each two.
 *
 * <ul>
 *   <li>A node whose head lies below the other's finalized slot is: the other may have forgotten all that it knows.
 *   <li>Where no block is in both trees, the node that shares one with fewer of all others is; on a tie both are.
 * </ul>
 *
 * The first is not held against a node that shares blocks with others by one that shares none with anybody, for a node of
 * another network may have finalized any slot; then the second decides.
 */
final class Undecidable {

    private final List<Witness> witnesses;
    private final @Nullable String[] because;
    private final int[] kin;
    private final int nodes;

    private Undecidable(List<Witness> witnesses) {
        this.witnesses = witnesses;
        this.because = new @Nullable String[witnesses.size()];
        this.kin = new int[witnesses.size()];
        this.nodes =
                witnesses.stream().mapToInt(witness -> witness.nodes().size()).sum();
    }

    /** Why each of the witnesses, in their order, is undecidable; empty for one that is not. */
    static List<Optional<String>> among(List<Witness> witnesses) {
        var search = new Undecidable(witnesses);
        search.countKin();
        search.lookAtEachTwo();
        return Arrays.stream(search.because).map(Optional::ofNullable).toList();
    }

    /** Of each witness: with how many other nodes its own share a block. */
    private void countKin() {
        for (int one = 0; one < kin.length; one++) {
            kin[one] += size(one) - 1;
            for (int other = one + 1; other < kin.length; other++) {
                if (meet(one, other)) {
                    kin[one] += size(other);
                    kin[other] += size(one);
                }
            }
        }
    }

    private void lookAtEachTwo() {
        for (int one = 0; one < kin.length; one++) {
            for (int other = one + 1; other < kin.length; other++) {
                if (isLeftBehind(one, other)) {
                    leftBehind(one, other);
                } else if (isLeftBehind(other, one)) {
                    leftBehind(other, one);
                } else if (!meet(one, other)) {
                    if (kin[one] <= kin[other]) {
                        strange(one, other);
                    }
                    if (kin[other] <= kin[one]) {
                        strange(other, one);
                    }
                }
            }
        }
    }

    private boolean isLeftBehind(int one, int other) {
        return head(one).slot() < finalized(other).slot() && (kin[other] > 0 || kin[one] == 0);
    }

    private void leftBehind(int one, int other) {
        if (because[one] == null) {
            because[one] = "its head, " + head(one).inWords() + ", lies below slot "
                    + finalized(other).slot() + ", which " + name(other) + " holds finalized";
        }
    }

    private void strange(int one, int other) {
        if (because[one] == null) {
            because[one] = "no block below its head, " + head(one).inWords() + ", is in the tree of " + name(other)
                    + "; it shares one with " + kin[one] + " of " + (nodes - 1) + " other nodes";
        }
    }

    private boolean meet(int one, int other) {
        return witnesses.get(one).chain().meets(witnesses.get(other).chain());
    }

    private Block head(int index) {
        return witnesses.get(index).head();
    }

    private Block finalized(int index) {
        return witnesses.get(index).told().finalized();
    }

    private int size(int index) {
        return witnesses.get(index).nodes().size();
    }

    private String name(int index) {
        return witnesses.get(index).nodes().getFirst().id();
    }
}

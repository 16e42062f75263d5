package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Comparator;

/** A block, known by slot and root; the highest slot comes last in order. */
record Block(long slot, Root root) implements Comparable<Block> {

    private static final Comparator<Block> ORDER =
            Comparator.comparingLong(Block::slot).thenComparing(Block::root);

    /** For people. */
    String inWords() {
        return "slot " + slot + " (" + root.abbreviated() + ")";
    }

    @Override
    public int compareTo(Block other) {
        return ORDER.compare(this, other);
    }
}

package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ancestry of a head as far as a node tells it: the head first, each further block the parent of the one before and of
 * a lower slot. Immutable; takes 40 bytes a block.
 */
final class Chain {

    private final long[] slots;
    private final long[] roots;
    private final int hash;

    private Chain(long[] slots, long[] roots) {
        this.slots = slots;
        this.roots = roots;
        this.hash = 31 * Arrays.hashCode(slots) + Arrays.hashCode(roots);
    }

    /** @param blocks from the head down, at least one, of falling slots */
    static Chain of(List<Block> blocks) {
        var slots = new long[blocks.size()];
        var roots = new long[blocks.size() * Root.WORDS];
        for (int i = 0; i < slots.length; i++) {
            Root root = blocks.get(i).root();
            slots[i] = blocks.get(i).slot();
            roots[i * Root.WORDS] = root.first();
            roots[i * Root.WORDS + 1] = root.second();
            roots[i * Root.WORDS + 2] = root.third();
            roots[i * Root.WORDS + 3] = root.fourth();
        }
        return new Chain(slots, roots);
    }

    Block head() {
        return block(0);
    }

    /** The oldest block told. */
    Block bottom() {
        return block(slots.length - 1);
    }

    int length() {
        return slots.length;
    }

    /** Whether it tells what stood at that slot: not above its head, not below its oldest block. */
    boolean covers(long slot) {
        return slot <= slots[0] && slot >= slots[slots.length - 1];
    }

    /** The newest block at that slot or before; empty when the chain is not told that far down. */
    Optional<Block> at(long slot) {
        int index = indexAt(slot);
        return index < slots.length ? Optional.of(block(index)) : Optional.empty();
    }

    boolean contains(Block block) {
        int index = indexAt(block.slot());
        return index < slots.length && slots[index] == block.slot() && holds(index, block.root());
    }

    /**
     * Whether some block is in both. A block decides all that is below it, so the chains share one exactly when the
     * younger of their oldest blocks is in both.
     */
    boolean meets(Chain other) {
        return slots[slots.length - 1] >= other.slots[other.slots.length - 1]
                ? other.contains(bottom())
                : contains(other.bottom());
    }

    /** The newest block that is in both. */
    Optional<Block> newestCommon(Chain other) {
        int mine = 0;
        int theirs = 0;
        while (mine < slots.length && theirs < other.slots.length) {
            if (slots[mine] > other.slots[theirs]) {
                mine++;
            } else if (slots[mine] < other.slots[theirs]) {
                theirs++;
            } else if (Arrays.equals(
                    roots,
                    mine * Root.WORDS,
                    (mine + 1) * Root.WORDS,
                    other.roots,
                    theirs * Root.WORDS,
                    (theirs + 1) * Root.WORDS)) {
                return Optional.of(block(mine));
            } else {
                mine++;
                theirs++;
            }
        }
        return Optional.empty();
    }

    /** How many of its blocks are of a higher slot. */
    int blocksAbove(long slot) {
        return indexAt(slot);
    }

    /** Index of the first block at that slot or before; the number of blocks when there is none. */
    private int indexAt(long slot) {
        int low = 0;
        int high = slots.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slots[middle] > slot) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Block block(int index) {
        int word = index * Root.WORDS;
        return new Block(slots[index], new Root(roots[word], roots[word + 1], roots[word + 2], roots[word + 3]));
    }

    private boolean holds(int index, Root root) {
        int word = index * Root.WORDS;
        return roots[word] == root.first()
                && roots[word + 1] == root.second()
                && roots[word + 2] == root.third()
                && roots[word + 3] == root.fourth();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof Chain chain
                        && hash == chain.hash
                        && Arrays.equals(slots, chain.slots)
                        && Arrays.equals(roots, chain.roots);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

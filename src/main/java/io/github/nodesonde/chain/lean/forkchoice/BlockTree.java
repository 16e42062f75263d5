package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.probe.BadAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The blocks of one answer while it is read. A block whose parent is not told is an oldest one; there may be several. */
final class BlockTree {

    private final Map<Root, Entry> blocks = new HashMap<>();
    private final int mostBlocks;

    /** @param mostBlocks more are not taken */
    BlockTree(int mostBlocks) {
        this.mostBlocks = mostBlocks;
    }

    void add(Block block, Root parent) throws BadAnswer {
        if (blocks.size() == mostBlocks) {
            throw BadAnswer.malformed("nodes are more than " + mostBlocks + " blocks");
        }
        if (blocks.putIfAbsent(block.root(), new Entry(block, parent)) != null) {
            throw BadAnswer.malformed("two nodes have the root " + block.root().abbreviated());
        }
    }

    /** The ancestry of the head, once every block was seen to come after its parent: then no path runs in a circle. */
    Chain chain(Root head) throws BadAnswer {
        for (Entry entry : blocks.values()) {
            @Nullable Entry parent = blocks.get(entry.parentRoot);
            if (parent != null && parent.block.slot() >= entry.block.slot()) {
                throw BadAnswer.malformed("the node at " + entry.block.inWords() + " does not come after its parent at "
                        + parent.block.inWords() + ": slots run backwards, or parents in a circle");
            }
            entry.parent = parent;
        }
        List<Block> ancestry = new ArrayList<>();
        for (@Nullable Entry entry = blocks.get(head); entry != null; entry = entry.parent) {
            ancestry.add(entry.block);
        }
        if (ancestry.isEmpty()) {
            throw BadAnswer.malformed("the head " + head.abbreviated() + " is none of the nodes");
        }
        return Chain.of(ancestry);
    }

    private static final class Entry {

        private final Block block;
        private final Root parentRoot;
        private @Nullable Entry parent;

        Entry(Block block, Root parentRoot) {
            this.block = block;
            this.parentRoot = parentRoot;
        }
    }
}

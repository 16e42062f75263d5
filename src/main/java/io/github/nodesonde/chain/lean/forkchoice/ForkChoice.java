package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Optional;

/**
 * What a node told of its fork choice. Of its tree the ancestry of the head is kept, which is all that trees are compared
 * by; blocks beside it are checked and left out.
 *
 * @param validators size of the registry; empty when the node does not tell
 */
public record ForkChoice(Chain chain, Block justified, Block finalized, Optional<Long> validators) {

    /** Slot of the head. */
    public long headSlot() {
        return chain.head().slot();
    }

    public long justifiedSlot() {
        return justified.slot();
    }

    public long finalizedSlot() {
        return finalized.slot();
    }
}

package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The highest slots that a network's nodes tell, each empty while none tells one. */
public record SlotMaxima(Optional<Long> head, Optional<Long> justified, Optional<Long> finalized) {

    /** The same where no tree tells a higher one. */
    SlotMaxima with(List<ToldTree> trees) {
        return new SlotMaxima(
                higher(head, trees, ForkChoice::headSlot),
                higher(justified, trees, ForkChoice::justifiedSlot),
                higher(finalized, trees, ForkChoice::finalizedSlot));
    }

    private static Optional<Long> higher(Optional<Long> told, List<ToldTree> trees, Function<ForkChoice, Long> slot) {
        return Stream.concat(
                        told.stream(), trees.stream().map(ToldTree::forkChoice).map(slot))
                .max(Comparator.naturalOrder());
    }
}

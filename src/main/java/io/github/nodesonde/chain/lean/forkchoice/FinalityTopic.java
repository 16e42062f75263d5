package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.chain.lean.forkchoice.FinalityConflicts.Conflict;
import io.github.nodesonde.health.Dated;
import io.github.nodesonde.health.InBrief;
import io.github.nodesonde.health.NetworkView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a network has finalized. Empty where no head or no finalized slot is known.
 *
 * @param lagSlots by which the highest finalized slot is behind the highest head, never below 0
 * @param stalled whether that is more than it should be
 * @param since when it stalled; empty while it is not
 * @param conflicts by slot
 */
public record FinalityTopic(
        Optional<Long> justifiedSlot,
        Optional<Long> finalizedSlot,
        Optional<Long> lagSlots,
        Optional<Boolean> stalled,
        Optional<Instant> since,
        List<Conflict> conflicts)
        implements Dated, InBrief {

    public static final String NAME = "finality";

    public FinalityTopic {
        conflicts = List.copyOf(conflicts);
    }

    static FinalityTopic of(
            List<Witness> witnesses,
            SlotMaxima maxima,
            ForkLimits limits,
            Instant asOf,
            Optional<FinalityTopic> before) {
        Optional<Long> lag =
                maxima.head().flatMap(head -> maxima.finalized().map(finalized -> Math.max(0, head - finalized)));
        Optional<Boolean> stalled = lag.map(slots -> slots > limits.finalityStallSlots());
        return new FinalityTopic(
                maxima.justified(),
                maxima.finalized(),
                lag,
                stalled,
                stalled.filter(holds -> holds)
                        .map(_ -> before.flatMap(FinalityTopic::since).orElse(asOf)),
                FinalityConflicts.among(witnesses));
    }

    @Override
    public FinalityTopic later(Duration by) {
        return new FinalityTopic(
                justifiedSlot, finalizedSlot, lagSlots, stalled, since.map(begin -> begin.plus(by)), conflicts);
    }

    @Override
    public List<String> inBrief() {
        return Stream.concat(
                        finalizedSlot.map(slot -> "finalized slot " + slot).stream(),
                        lagSlots.map(lag -> lag + (lag == 1 ? " slot" : " slots") + " behind the head").stream())
                .toList();
    }

    static Optional<FinalityTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof FinalityTopic topic ? Optional.of(topic) : Optional.empty();
    }
}

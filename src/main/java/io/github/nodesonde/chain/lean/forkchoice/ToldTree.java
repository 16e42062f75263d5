package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node's fork choice that still counts.
 *
 * @param toldAt when it, and those of the rounds before, were told; the newest first
 */
public record ToldTree(Node node, ForkChoice forkChoice, List<Instant> toldAt) {

    public ToldTree {
        toldAt = List.copyOf(toldAt);
    }

    /** Empty when the node told none, or too long ago. */
    public static Optional<ToldTree> of(NodeSnapshot seen) {
        return seen.report(ForkChoices.PROBE, ForkChoice.class)
                .map(forkChoice -> new ToldTree(seen.node(), forkChoice, toldAt(seen)));
    }

    private static List<Instant> toldAt(NodeSnapshot seen) {
        return seen.rounds().stream()
                .flatMap(round -> Stream.ofNullable(round.outcomes().get(ForkChoices.PROBE)))
                .filter(outcome -> outcome.result() instanceof ProbeResult.Answered)
                .map(outcome -> outcome.at())
                .toList();
    }

    String id() {
        return node.id().value();
    }

    /** How often it told its tree since then, what it had told last by then included. */
    int polls(Instant since) {
        int later = (int) toldAt.stream().filter(at -> at.isAfter(since)).count();
        return Math.min(toldAt.size(), later + 1);
    }
}

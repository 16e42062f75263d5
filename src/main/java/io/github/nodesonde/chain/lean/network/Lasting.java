package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Since when conditions hold without a break, told in rounds. What holds for one glance is noise. */
public record Lasting(Map<Condition, Instant> since) {

    static final Lasting NOTHING = new Lasting(Map.of());

    private static final int ROUNDS = 3;

    public Lasting {
        since = Map.copyOf(since);
    }

    /** Something that must last before it is told. */
    sealed interface Condition {

        /** The chain stands still. */
        record ChainStall() implements Condition {}

        /** Nobody aggregates. */
        record NoAggregator() implements Condition {}

        /** What a node says of its sync and what its head says are at odds. */
        record SyncDisagreement(NodeId node) implements Condition {}
    }

    /** The same, dated so much later. */
    Lasting later(Duration by) {
        var dated = new HashMap<Condition, Instant>();
        since.forEach((condition, began) -> dated.put(condition, began.plus(by)));
        return new Lasting(dated);
    }

    /** The conditions that hold now, each since it began to. */
    Lasting after(Set<Condition> holding, Instant now) {
        var lasting = new HashMap<Condition, Instant>();
        holding.forEach(condition -> lasting.put(condition, since.getOrDefault(condition, now)));
        return new Lasting(lasting);
    }

    /**
     * Whether it held in three rounds in a row.
     *
     * @param witnesses the nodes that it was seen by, each of whose rounds count by themselves
     */
    boolean held(Condition condition, Collection<NodeSnapshot> witnesses) {
        return Optional.ofNullable(since.get(condition))
                .filter(began -> witnesses.stream().allMatch(node -> roundsAfter(began, node) >= ROUNDS - 1))
                .isPresent();
    }

    private static long roundsAfter(Instant began, NodeSnapshot node) {
        return node.rounds().stream()
                .takeWhile(round -> round.endedAt().isAfter(began))
                .filter(Round::answered)
                .count();
    }
}

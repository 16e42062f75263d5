package io.github.nodesonde.health;

import java.util.Optional;

/**
 * How far a node or a network has come along its chain. What is unknown is empty.
 *
 * @param unit of head, target and distance, singular: what the chain counts in
 * @param head the position reached
 * @param target where the head should be
 * @param synced the verdict of reported and derived together
 * @param syncedReported what the node says of itself
 * @param syncedDerived what the positions say
 * @param syncedSource where {@code syncedReported} was found, or that only the derived value exists
 */
public record Progress(
        String unit,
        Optional<Long> head,
        Optional<Long> target,
        Optional<Boolean> synced,
        Optional<Boolean> syncedReported,
        Optional<Boolean> syncedDerived,
        Optional<String> syncedSource) {

    /** How far the head is behind the target, never below 0; empty when either is unknown. */
    public Optional<Long> distance() {
        return head.flatMap(reached -> target.map(goal -> Math.max(0, goal - reached)));
    }
}

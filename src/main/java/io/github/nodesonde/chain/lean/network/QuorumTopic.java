package io.github.nodesonde.chain.lean.network;

import java.util.Collection;
import java.util.Optional;

/**
 * Whether enough validators are at work for the chain to become final.
 *
 * @param validators how many the chain's registry holds
 * @param present how many run on nodes that are synced; empty when no node tells how many it runs
 * @param ratio of the two; like {@code met} empty unless every node of the network is listed
 * @param threshold the least ratio that is enough
 */
public record QuorumTopic(
        Optional<Long> validators,
        Optional<Long> present,
        Optional<Double> ratio,
        double threshold,
        Optional<Boolean> met,
        boolean complete) {

    public static final String NAME = "quorum";

    /** Two thirds of all. */
    private static final long OF_THREE = 2;

    /**
     * @param running how many validators each node runs that tells it, synced or not
     * @param synced the same of the synced ones among them
     */
    static QuorumTopic of(
            Optional<Long> validators, Collection<Long> running, Collection<Long> synced, boolean complete) {
        Optional<Long> present = running.isEmpty()
                ? Optional.empty()
                : Optional.of(synced.stream().mapToLong(Long::longValue).sum());
        Optional<Long> registry = validators.filter(all -> complete && all > 0);
        return new QuorumTopic(
                validators,
                present,
                present.flatMap(some -> registry.map(all -> some.doubleValue() / all)),
                (double) OF_THREE / 3,
                present.flatMap(some -> registry.map(all -> some >= Math.ceilDiv(OF_THREE * all, 3))),
                complete);
    }
}

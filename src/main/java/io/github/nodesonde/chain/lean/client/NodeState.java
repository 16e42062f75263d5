package io.github.nodesonde.chain.lean.client;

import java.util.Optional;

/**
 * What a node's page tells of it beside its signals. What it does not print is empty.
 *
 * @param synced whether it says that it is synced
 * @param aggregator whether it aggregates attestations for others
 * @param validators how many validators it runs
 */
public record NodeState(Optional<Boolean> synced, Optional<Boolean> aggregator, Optional<Long> validators) {

    public static final NodeState UNTOLD = new NodeState(Optional.empty(), Optional.empty(), Optional.empty());
}

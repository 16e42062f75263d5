package io.github.nodesonde.chain.lean.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What a node says of the beginning of its chain.
 *
 * @param validators how many the chain's registry holds; empty where the node does not tell
 */
public record LeanGenesis(Instant at, Optional<Long> validators) {}

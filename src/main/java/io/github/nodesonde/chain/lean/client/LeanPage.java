package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.health.Software;
import java.util.Optional;

/**
 * What a node's page tells, its signals left out.
 *
 * @param client name of the client whose page it is; empty when it bears nobody's marks
 * @param software as the node names itself
 */
public record LeanPage(Optional<String> client, Software software, NodeState state) {}

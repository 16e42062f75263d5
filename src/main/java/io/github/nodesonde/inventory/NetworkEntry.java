package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Network;

/**
 * An entry under {@code networks:} whose kind is known.
 *
 * @param pace how its nodes are asked unless they say otherwise
 */
record NetworkEntry(Network network, NodeKind kind, Pace pace) {}

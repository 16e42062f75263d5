/** The staking state of a network, whoever told it: what validators hold, the lists they are on, and the epoch. Knows no node. */
@NullMarked
package io.github.nodesonde.chain.genlayer.staking;

import org.jspecify.annotations.NullMarked;

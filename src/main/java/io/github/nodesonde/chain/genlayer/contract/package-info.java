/** The staking contract as it stands on the chain: its addresses, words and calls. Knows no node and no network. */
@NullMarked
package io.github.nodesonde.chain.genlayer.contract;

import org.jspecify.annotations.NullMarked;

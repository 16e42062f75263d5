/** The staking state straight from the chain, by JSON-RPC. */
@NullMarked
package io.github.nodesonde.chain.genlayer.rpc;

import org.jspecify.annotations.NullMarked;

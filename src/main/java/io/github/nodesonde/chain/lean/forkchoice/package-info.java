/** The fork choice of lean nodes: reading each one's tree of blocks, and what only several trees together tell. */
@NullMarked
package io.github.nodesonde.chain.lean.forkchoice;

import org.jspecify.annotations.NullMarked;

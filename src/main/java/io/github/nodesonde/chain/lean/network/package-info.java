/** What the nodes of one network say together: clock, heads, sync, quorum. Pure functions of what was seen. */
@NullMarked
package io.github.nodesonde.chain.lean.network;

import org.jspecify.annotations.NullMarked;

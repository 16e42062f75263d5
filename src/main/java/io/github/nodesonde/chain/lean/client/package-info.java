/** The clients there are: how each is recognised, where it is asked, and what its answers tell. */
@NullMarked
package io.github.nodesonde.chain.lean.client;

import org.jspecify.annotations.NullMarked;

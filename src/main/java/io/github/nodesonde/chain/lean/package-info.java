/** Lean consensus clients: what their API and metrics tell, and how it is judged. */
@NullMarked
package io.github.nodesonde.chain.lean;

import org.jspecify.annotations.NullMarked;

/** Puts a question under a deadline, a size cap and the target policy, and gives the reply. Knows no node. */
@NullMarked
package io.github.nodesonde.transport;

import org.jspecify.annotations.NullMarked;

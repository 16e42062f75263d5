/** When and how nodes are asked: the probe seam, the round of one node and the loop over all. */
@NullMarked
package io.github.nodesonde.probe;

import org.jspecify.annotations.NullMarked;

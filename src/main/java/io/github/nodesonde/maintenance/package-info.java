/** Windows in which nodes are not judged, because somebody works on them. */
@NullMarked
package io.github.nodesonde.maintenance;

import org.jspecify.annotations.NullMarked;

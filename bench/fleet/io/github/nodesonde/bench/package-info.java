/** The whole gateway against a simulated fleet of thousands, with Prometheus asking the same nodes in the same run. */
@NullMarked
package io.github.nodesonde.bench;

import org.jspecify.annotations.NullMarked;

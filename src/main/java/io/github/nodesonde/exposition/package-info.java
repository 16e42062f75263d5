/** The Prometheus text formats: read, relabel, merge and write. Knows no node. */
@NullMarked
package io.github.nodesonde.exposition;

import org.jspecify.annotations.NullMarked;

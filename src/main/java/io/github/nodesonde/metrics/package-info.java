/** Judgements as meters of the shared registry, and the nodes' own series passed through beside them. */
@NullMarked
package io.github.nodesonde.metrics;

import org.jspecify.annotations.NullMarked;

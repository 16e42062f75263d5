/** Running benchmarks and telling what they found. */
@NullMarked
package io.github.nodesonde.bench;

import org.jspecify.annotations.NullMarked;

/** Simulated lean consensus clients. */
@NullMarked
package io.github.nodesonde.demo.lean;

import org.jspecify.annotations.NullMarked;

/** Simulated GenLayer validators. */
@NullMarked
package io.github.nodesonde.demo.genlayer;

import org.jspecify.annotations.NullMarked;

/** The staking state as GenLayer's command-line tool prints it: runs the tool, and reads its output. */
@NullMarked
package io.github.nodesonde.chain.genlayer.cli;

import org.jspecify.annotations.NullMarked;

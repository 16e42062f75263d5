/** Runs a program under a deadline, caps and a clean environment, and gives what it printed. Knows no node. */
@NullMarked
package io.github.nodesonde.command;

import org.jspecify.annotations.NullMarked;

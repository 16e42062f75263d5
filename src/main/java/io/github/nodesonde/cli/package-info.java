/** The program: its command line, how it starts or fails to, and how it logs. */
@NullMarked
package io.github.nodesonde.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: flags, help and the start of the gateway. */
@NullMarked
package io.github.nodesonde.cli;

import org.jspecify.annotations.NullMarked;

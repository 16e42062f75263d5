/** Text that others wrote, made fit to be shown, and the name they meant. */
@NullMarked
package io.github.nodesonde.text;

import org.jspecify.annotations.NullMarked;

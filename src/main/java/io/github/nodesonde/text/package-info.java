/** Text that others wrote: made fit to be shown, the name they meant, and the secret of a file. */
@NullMarked
package io.github.nodesonde.text;

import org.jspecify.annotations.NullMarked;

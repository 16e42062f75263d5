/** What was seen of each node, and when: readings, probe results, rounds and the log of them. */
@NullMarked
package io.github.nodesonde.observation;

import org.jspecify.annotations.NullMarked;

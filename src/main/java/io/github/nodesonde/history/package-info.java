/** Remembering: changes of verdicts, incidents and uptime, kept in SQL off the way of probing and judging. */
@NullMarked
package io.github.nodesonde.history;

import org.jspecify.annotations.NullMarked;

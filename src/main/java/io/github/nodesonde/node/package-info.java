/** The nodes watched, as the inventory names them: nodes, their networks and the fleet. */
@NullMarked
package io.github.nodesonde.node;

import org.jspecify.annotations.NullMarked;

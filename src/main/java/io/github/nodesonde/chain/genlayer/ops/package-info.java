/** What the ops port of a GenLayer node answers, read into records. */
@NullMarked
package io.github.nodesonde.chain.genlayer.ops;

import org.jspecify.annotations.NullMarked;

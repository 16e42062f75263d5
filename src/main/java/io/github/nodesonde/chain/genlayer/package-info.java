/** GenLayer validators: what their ops port tells, and how it is judged. */
@NullMarked
package io.github.nodesonde.chain.genlayer;

import org.jspecify.annotations.NullMarked;

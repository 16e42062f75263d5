/** A third kind of node, only for tests: proof that a kind is one package and that nothing else need be touched. */
@NullMarked
package io.github.nodesonde.chain.beacon;

import org.jspecify.annotations.NullMarked;

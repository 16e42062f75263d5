/** A fleet of simulated nodes over real HTTP on loopback, faults included, to look at and to test with. */
@NullMarked
package io.github.nodesonde.demo;

import org.jspecify.annotations.NullMarked;

/** The judgements on the management port: metrics, health and a page that links them. */
@NullMarked
package io.github.nodesonde.actuator;

import org.jspecify.annotations.NullMarked;

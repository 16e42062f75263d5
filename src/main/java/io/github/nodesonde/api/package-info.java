/** The judgements as JSON for dashboards, and service discovery for Prometheus. */
@NullMarked
package io.github.nodesonde.api;

import org.jspecify.annotations.NullMarked;

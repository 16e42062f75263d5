/** The source of the dashboards in deploy/grafana/dashboards: what they ask, how it is drawn, and the JSON that Grafana reads. */
@NullMarked
package io.github.nodesonde.deploy.dashboard;

import org.jspecify.annotations.NullMarked;

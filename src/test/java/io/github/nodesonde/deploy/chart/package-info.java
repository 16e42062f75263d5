/** Holds the Helm chart to its conventions, to Kubernetes and to the files it shares with the compose file. */
@NullMarked
package io.github.nodesonde.deploy.chart;

import org.jspecify.annotations.NullMarked;

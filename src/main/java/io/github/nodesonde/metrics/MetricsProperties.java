package io.github.nodesonde.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway keeps its own series.
 *
 * @param metersUpTo nodes in a fleet up to which the series about each are meters of the shared registry; those of a larger
 *     fleet are on the page of metrics all the same, at a tenth of the memory, but not among the meters of the Actuator
 */
@ConfigurationProperties("nodesonde.metrics")
record MetricsProperties(@DefaultValue("500") int metersUpTo) {

    MetricsProperties {
        if (metersUpTo < 0) {
            throw new IllegalArgumentException(
                    "nodesonde.metrics.meters-up-to must be 0 or more, not " + metersUpTo + "; 0 makes none of a node");
        }
    }
}

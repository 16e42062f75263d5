package io.github.nodesonde.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is an incident.
 *
 * @param hold how long a node or network must be unwell for an incident to be opened, and well for it to be closed
 */
@ConfigurationProperties("nodesonde.incidents")
record IncidentProperties(@DefaultValue("60s") Duration hold) {

    IncidentProperties {
        if (hold.isNegative()) {
            throw new IllegalArgumentException("nodesonde.incidents.hold is a duration such as 60s");
        }
    }
}

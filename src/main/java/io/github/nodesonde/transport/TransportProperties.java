package io.github.nodesonde.transport;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How connections to nodes are kept.
 *
 * @param connectionsPerHost connections to one host and port at most; further questions wait within their deadline
 * @param keepIdle how long an idle connection is kept for the next question
 */
@ConfigurationProperties("nodesonde.transport")
record TransportProperties(
        @DefaultValue("2") int connectionsPerHost,
        @DefaultValue("45s") Duration keepIdle) {

    TransportProperties {
        if (connectionsPerHost < 1) {
            throw new IllegalArgumentException("nodesonde.transport.connections-per-host must be at least 1");
        }
    }
}

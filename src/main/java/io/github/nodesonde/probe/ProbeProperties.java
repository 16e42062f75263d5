package io.github.nodesonde.probe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How nodes are asked.
 *
 * @param maxConcurrent rounds under way at once at most; further ones wait their turn, as do those beyond the first 64 while the gateway starts
 */
@ConfigurationProperties("nodesonde.probe")
record ProbeProperties(@DefaultValue("4096") int maxConcurrent) {

    ProbeProperties {
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("nodesonde.probe.max-concurrent must be at least 1");
        }
    }
}

package io.github.nodesonde.api;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this gateway's metrics port is reached. */
@Component
final class MetricsAddress {

    private final Environment environment;
    private final Optional<ScrapeAddress> configured;

    MetricsAddress(Environment environment, DiscoveryProperties properties) {
        this.environment = environment;
        this.configured = properties.scrapeAddress();
    }

    /**
     * The configured address, else the metrics port of the host by which the gateway was reached; empty while that port is
     * closed.
     */
    Optional<ScrapeAddress> reachedBy(String host) {
        return configured.or(() -> Optional.ofNullable(environment.getProperty("local.management.port", Integer.class))
                .map(port -> ScrapeAddress.of(host, port)));
    }
}

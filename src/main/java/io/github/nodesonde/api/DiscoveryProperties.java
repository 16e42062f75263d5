package io.github.nodesonde.api;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How others reach this gateway.
 *
 * @param externalUrl URL of the metrics port as Prometheus reaches it; without it, the host that a request for targets
 *     names and the metrics port
 */
@ConfigurationProperties("nodesonde")
record DiscoveryProperties(@Nullable URI externalUrl) {

    Optional<ScrapeAddress> scrapeAddress() {
        return Optional.ofNullable(externalUrl).map(ScrapeAddress::of);
    }
}

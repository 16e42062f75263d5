package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a lean node is asked, and as which client.
 *
 * @param api base URL of its API, the health endpoint among it
 * @param metrics base URL of its metrics page; the same as {@code api} for a node that has one address
 * @param client name of the client as configured; empty when it is to be detected
 */
public record LeanNodeSettings(URI api, URI metrics, Optional<String> client) implements NodeSettings {

    @Override
    public Set<URI> urls() {
        return Set.copyOf(List.of(api, metrics));
    }
}

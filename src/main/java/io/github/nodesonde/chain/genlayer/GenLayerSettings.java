package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A GenLayer node's own keys of the inventory.
 *
 * @param url base URL of the ops port
 * @param validator the validator wallet, a contract on the chain; empty for a node that validates nothing we know of
 */
record GenLayerSettings(URI url, Optional<Address> validator) implements NodeSettings {

    @Override
    public Set<URI> urls() {
        return Set.of(url);
    }

    /** Where a path of the ops port is to be asked. */
    URI at(String path) {
        return URI.create(url + path);
    }
}

package io.github.nodesonde.chain.beacon;

import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class BeaconKind implements NodeKind {

    static final String TYPE = "beacon";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> probes() {
        return List.of(BeaconStatusProbe.NAME);
    }

    @Override
    public NetworkSettings network(Fields fields) {
        return new BeaconNetwork(fields.integer("committee-size", 1, 512).orElse(1L));
    }

    @Override
    public NodeSettings node(Fields fields, NetworkSettings network) {
        return new BeaconNode(fields.baseUrl("url").orElse(URI.create("http://unread.invalid")));
    }

    record BeaconNetwork(long committeeSize) implements NetworkSettings {}

    record BeaconNode(URI url) implements NodeSettings {
        @Override
        public Set<URI> urls() {
            return Set.of(url);
        }
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * GenLayer nodes, asked at their ops port.
 *
 * <pre>{@code
 * nodes:
 *   - id: validator-eu-1
 *     type: genlayer
 *     network: bradbury
 *     url: http://10.0.0.5:9153
 *     validator: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
 * }</pre>
 */
@Component
final class GenLayerKind implements NodeKind {

    static final String TYPE = "genlayer";

    /** Stands for a URL that the inventory lacks; never asked, for such an inventory is never in force. */
    private static final URI NOWHERE = URI.create("http://nowhere.invalid");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> probes() {
        return List.of(HealthProbe.NAME, MetricsProbe.NAME);
    }

    @Override
    public NetworkSettings network(Fields fields) {
        return new NetworkSettings.None();
    }

    @Override
    public NodeSettings node(Fields fields, NetworkSettings network) {
        if (!fields.has("url")) {
            fields.problem("url", "the base URL of the node's ops port", "add url: http://HOST:9153");
        }
        return new GenLayerSettings(
                fields.baseUrl("url").orElse(NOWHERE),
                fields.text("validator").flatMap(text -> validator(text, fields)));
    }

    private static Optional<Address> validator(String text, Fields fields) {
        Optional<Address> address = Address.parse(text);
        if (address.isEmpty()) {
            fields.problem(
                    "validator",
                    "an address, 0x and 40 hex digits",
                    "write the address of the validator wallet, quoted");
        } else if (!address.orElseThrow().isSpelt(text)) {
            fields.problem(
                    "validator",
                    "an address whose mixed case is its EIP-55 checksum",
                    "look for a mistyped digit; the address all in lower case is taken without a checksum");
        }
        return address;
    }
}

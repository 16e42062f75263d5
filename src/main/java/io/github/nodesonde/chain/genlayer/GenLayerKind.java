package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.inventory.Fields;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.List;
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
 * networks:
 *   - name: bradbury
 *     type: genlayer
 *     staking:
 *       source: rpc
 *       rpc-url: https://rpc.example.org
 *       contract: "0x4A4449E617F8D10FDeD0b461CadEf83939E821A5"
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
        return List.of(HealthProbe.NAME, MetricsProbe.NAME, BalanceProbe.NAME, StakingProbe.NAME);
    }

    @Override
    public NetworkSettings network(Fields fields) {
        return new GenLayerNetworkSettings(StakingReader.read(fields), Thresholds.read(fields.nested("rules")));
    }

    @Override
    public NodeSettings node(Fields fields, NetworkSettings network) {
        if (!fields.has("url")) {
            fields.problem("url", "the base URL of the node's ops port", "add url: http://HOST:9153");
        }
        return new GenLayerSettings(
                fields.baseUrl("url").orElse(NOWHERE), AddressReader.read(fields, "validator", "validator wallet"));
    }
}

package io.github.nodesonde.inventory;

import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind with one key of every sort. */
record FakeKind(String type) implements NodeKind {

    record OfNetwork(
            Optional<Long> genesisTime, Optional<String> color, Optional<Long> lag, List<String> rpcUrls, Object rest)
            implements NetworkSettings {}

    record OfNode(Optional<URI> url, Optional<String> client, Optional<String> validator) implements NodeSettings {
        @Override
        public Set<URI> urls() {
            return Set.copyOf(url.stream().toList());
        }
    }

    @Override
    public List<String> probes() {
        return List.of("health", "metrics");
    }

    @Override
    public NetworkSettings network(Fields fields) {
        Fields staking = fields.nested("staking");
        Fields cli = staking.nested("cli");
        Object rest = List.of(
                fields.integer("seconds-per-slot", 1, 3600),
                fields.integer("slots-per-epoch", 1, 100_000),
                staking.oneOf("source", Map.of("rpc", 1, "cli", 2, "none", 3)),
                staking.text("contract"),
                staking.duration("interval"),
                cli.texts("command"),
                cli.text("network"),
                cli.duration("timeout"),
                fields.nested("rules").number("ratio", 0, 1));
        return new OfNetwork(
                fields.integer("genesis-time", 0, 253_402_300_799L),
                fields.text("color"),
                fields.nested("rules").integer("lag-slots", 1, 100),
                staking.texts("rpc-url"),
                rest);
    }

    @Override
    public NodeSettings node(Fields fields, NetworkSettings network) {
        if (!fields.has("url")) {
            fields.problem("url", "the base URL of the node", "add url: http://HOST:PORT");
        }
        return new OfNode(
                fields.baseUrl("url"),
                fields.oneOf("client", Map.of("auto", "auto", "zeam", "zeam")),
                fields.text("validator"));
    }
}

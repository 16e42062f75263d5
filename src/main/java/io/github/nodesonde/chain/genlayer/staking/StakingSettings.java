package io.github.nodesonde.chain.genlayer.staking;

import io.github.nodesonde.chain.genlayer.contract.Address;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a network's staking state comes from: {@code staking:} of the inventory.
 *
 * @param endpoints JSON-RPC endpoints of the chain, tried in order; never empty for {@link Source#RPC}
 * @param contract the staking contract; always there for {@link Source#RPC}
 * @param interval from the start of one round to that of the next
 * @param timeout deadline of one question over HTTP
 */
public record StakingSettings(
        Source source,
        List<URI> endpoints,
        Optional<Address> contract,
        Duration interval,
        Duration timeout,
        Periods periods,
        CliSettings cli) {

    public StakingSettings {
        endpoints = List.copyOf(endpoints);
    }

    /** Who tells. */
    public enum Source {
        /** The chain itself, by JSON-RPC. */
        RPC("rpc"),
        /** The command-line tool of the network. */
        CLI("cli");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** As the inventory and the API name it. */
        public String label() {
            return label;
        }
    }
}

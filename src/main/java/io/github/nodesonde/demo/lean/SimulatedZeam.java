package io.github.nodesonde.demo.lean;

import java.net.URI;
import java.time.Instant;

/** As zeam: it tells its sync by its metrics, and holds itself synced with its peers, wherever the clock is. */
record SimulatedZeam(int peers) implements SimulatedClient {

    private static final int ATTESTATIONS_PER_BLOCK = 7;
    private static final int VALIDATORS = 3;

    @Override
    public String address(URI base) {
        return "api: %1$s\nmetrics: %1$s".formatted(base);
    }

    @Override
    public String metrics(Devnet chain, Instant now) {
        long head = chain.head(chain.slot(now));
        return new LeanSeries()
                .info("lean_node_info", "{name=\"zeam\",version=\"0.3.1\"}")
                .gauge("lean_node_start_time_seconds", chain.genesis().getEpochSecond())
                .slots(chain, head, chain.slot(now))
                .gauge("lean_connected_peers", peers)
                .counter(
                        "lean_attestations_valid_total",
                        "{source=\"gossip\"}",
                        chain.blocks(head) * ATTESTATIONS_PER_BLOCK)
                .info("lean_node_sync_status", "{status=\"synced\"}")
                .gauge("lean_is_aggregator", 1)
                .gauge("lean_validators_count", VALIDATORS)
                .toString();
    }
}

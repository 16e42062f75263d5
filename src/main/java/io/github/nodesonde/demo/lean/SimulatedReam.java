package io.github.nodesonde.demo.lean;

import java.time.Instant;
import java.util.Set;

/** As ream: its current slot is the slot of its head, and of its sync and its peers it tells nothing. */
record SimulatedReam() implements SimulatedClient {

    private static final int ATTESTATIONS_PER_BLOCK = 7;
    private static final int VALIDATORS = 3;

    @Override
    public Set<String> healthPaths() {
        return Set.of("/health", "/lean/v0/health");
    }

    @Override
    public String metrics(Devnet chain, Instant now) {
        long head = chain.head(chain.slot(now));
        return new LeanSeries()
                .info("lean_node_info", "{name=\"ream\",version=\"0.2.0\"}")
                .gauge("lean_node_start_time_seconds", chain.genesis().getEpochSecond())
                .slots(chain, head, head)
                .counter("lean_attestations_valid_total", "", chain.blocks(head) * ATTESTATIONS_PER_BLOCK)
                .gauge("lean_validators_count", VALIDATORS)
                .toString();
    }
}

package io.github.nodesonde.demo.lean;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.net.URI;
import java.time.Instant;

/**
 * A node as zeam answers: it tells its sync by its metrics, and holds itself synced with its peers, wherever the clock is.
 *
 * @param labels the operator's labels, as a YAML flow mapping
 */
record SimulatedZeamNode(String id, String labels, Devnet chain, int peers) implements SimulatedNode {

    private static final int ATTESTATIONS_PER_BLOCK = 7;
    private static final int VALIDATORS = 3;

    @Override
    public String keys(URI base) {
        return "api: %1$s\nmetrics: %1$s\nclient: auto\nlabels: %2$s".formatted(base, labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/lean/v0/health" ->
                SimulatedAnswer.json(200, "{\"status\":\"healthy\",\"service\":\"lean-rpc-api\"}");
            case "/lean/v0/fork_choice" ->
                SimulatedAnswer.json(200, new ForkChoiceJson(chain, Side.MAJORITY).upTo(chain.head(chain.slot(now))));
            case "/metrics" -> SimulatedAnswer.metrics(metrics(now));
            default -> SimulatedAnswer.notFound();
        };
    }

    private String metrics(Instant now) {
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

package io.github.nodesonde.demo.lean;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.net.URI;
import java.time.Instant;

/**
 * A node as ream answers: its current slot is the slot of its head, and of its sync and its peers it tells nothing.
 *
 * @param labels the operator's labels, as a YAML flow mapping
 */
record SimulatedReamNode(String id, String labels, Devnet chain) implements SimulatedNode {

    private static final int ATTESTATIONS_PER_BLOCK = 7;
    private static final int VALIDATORS = 3;

    @Override
    public String keys(URI base) {
        return "url: %s\nclient: auto\nlabels: %s".formatted(base, labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/health", "/lean/v0/health" ->
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
                .info("lean_node_info", "{name=\"ream\",version=\"0.2.0\"}")
                .gauge("lean_node_start_time_seconds", chain.genesis().getEpochSecond())
                .slots(chain, head, head)
                .counter("lean_attestations_valid_total", "", chain.blocks(head) * ATTESTATIONS_PER_BLOCK)
                .gauge("lean_validators_count", VALIDATORS)
                .toString();
    }
}

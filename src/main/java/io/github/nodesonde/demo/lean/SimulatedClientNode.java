package io.github.nodesonde.demo.lean;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.net.URI;
import java.time.Instant;

/**
 * A node with {@code lean_*} series, at the majority's side of every fork, whose health answer says no more than that it
 * lives.
 *
 * @param labels the operator's labels, as a YAML flow mapping
 */
record SimulatedClientNode(String id, String labels, Devnet chain, SimulatedClient client) implements SimulatedNode {

    private static final String ALIVE = "{\"status\": \"healthy\", \"service\": \"lean-rpc-api\"}";

    @Override
    public String keys(URI base) {
        return "%s\nclient: auto\nlabels: %s".formatted(client.address(base), labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        if (client.healthPaths().contains(path)) {
            return SimulatedAnswer.json(200, ALIVE);
        }
        return switch (path) {
            case "/lean/v0/fork_choice" ->
                SimulatedAnswer.json(200, new ForkChoiceJson(chain, Side.MAJORITY).upTo(chain.head(chain.slot(now))));
            case "/metrics" -> SimulatedAnswer.metrics(client.metrics(chain, now));
            default -> SimulatedAnswer.notFound();
        };
    }
}

package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.net.URI;
import java.time.Instant;

/**
 * One validator of the demo network.
 *
 * @param labels the operator's labels, as a YAML flow mapping
 */
record SimulatedValidator(String id, String validator, String labels, boolean listens, OpsPort ops)
        implements SimulatedNode {

    @Override
    public String keys(URI base) {
        return """
                url: %s
                validator: "%s"
                labels: %s
                """.formatted(base, validator, labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return ops.answer(path, now);
    }
}

package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import java.time.Instant;
import java.util.function.DoubleUnaryOperator;

/**
 * A node 0.5.5 with its own collectors on.
 *
 * @param validator the address it prints as a label
 * @param behind how many blocks it is behind, by uptime in seconds; it is down while it is behind at all
 */
record Release05(GoProcess process, String validator, DoubleUnaryOperator behind) implements OpsPort {

    private static final String NETWORK = "bradbury-phase1";

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/health" -> health(behind.applyAsDouble(process.uptime(now)) == 0);
            case "/metrics" -> SimulatedAnswer.metrics(metrics(process.uptime(now)));
            default -> SimulatedAnswer.notFound();
        };
    }

    private static SimulatedAnswer health(boolean synced) {
        String body = """
                {"status":"%s","node_version":"v0.5.5","genvm_version":"v0.2.16","protocol_version":"v0.5:7c1e90af",\
                "network":"%s","checks":{"validating":%s,"zksync-connectivity":{"status":"up"}}}
                """;
        return synced
                ? SimulatedAnswer.json(200, body.formatted("up", NETWORK, "{\"status\":\"up\"}"))
                : SimulatedAnswer.json(
                        503, body.formatted("down", NETWORK, "{\"status\":\"down\",\"error\":\"node is not synced\"}"));
    }

    private String metrics(double uptime) {
        var page = new StringBuilder();
        process.series().forEach(series -> series.print(page, "network=\"%s\"".formatted(NETWORK), uptime));
        NodeGauges.of(behind)
                .forEach(series ->
                        series.print(page, "network=\"%s\",node=\"%s\"".formatted(NETWORK, validator), uptime));
        return page.toString();
    }
}

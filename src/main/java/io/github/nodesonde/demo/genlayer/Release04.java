package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import java.time.Instant;

/** A healthy node 0.4.2 whose own collectors are off: its metrics are those of any Go process. */
record Release04(GoProcess process) implements OpsPort {

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/health" -> SimulatedAnswer.json(200, health(now));
            case "/balance" -> Wallet.FILLED.answer();
            case "/metrics" -> SimulatedAnswer.metrics(metrics(now));
            default -> SimulatedAnswer.notFound();
        };
    }

    private static String health(Instant now) {
        return """
                {"checks":{"validating":{"status":"up","timestamp":"%1$s"},\
                "zksync":{"status":"up","timestamp":"%1$s"},\
                "zksync-websocket":{"status":"up","timestamp":"%1$s"}},\
                "genvm_version":"v0.2.7","node_version":"v0.4.2","protocol_version":"v0.4:1dd08066","status":"up"}
                """.formatted(now);
    }

    private String metrics(Instant now) {
        var page = new StringBuilder();
        process.series().forEach(series -> series.print(page, "", process.uptime(now)));
        return page.toString();
    }
}

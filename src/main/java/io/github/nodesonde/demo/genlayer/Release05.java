package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import java.time.Instant;
import java.util.function.DoubleUnaryOperator;

/**
 * A node 0.5.5 with its own collectors on.
 *
 * @param validator the address it prints as a label
 * @param behind how many blocks it is behind, by uptime in seconds; it is down while it is behind at all
 * @param modules what it says of its GenVM's modules, as members of its health; empty for nothing
 */
record Release05(GoProcess process, String validator, DoubleUnaryOperator behind, Wallet wallet, String modules)
        implements OpsPort {

    private static final String NETWORK = "bradbury-phase1";

    /** One that is synced, can pay, and says nothing of modules. */
    Release05(GoProcess process, String validator) {
        this(process, validator, Series.always(0), Wallet.FILLED, "");
    }

    Release05 behind(DoubleUnaryOperator blocks) {
        return new Release05(process, validator, blocks, wallet, modules);
    }

    Release05 with(Wallet other) {
        return new Release05(process, validator, behind, other, modules);
    }

    /** One whose language model does not answer, for the reason given: it stays up, and votes Timeout. */
    Release05 withoutLanguageModel(String why) {
        return new Release05(
                process,
                validator,
                behind,
                wallet,
                ",\"genvm_modules\":{\"llm\":{\"state\":\"degraded\",\"detail\":\"%s\"},\"web\":{\"state\":\"healthy\"}}"
                        .formatted(why));
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/health" -> health(behind.applyAsDouble(process.uptime(now)) == 0);
            case "/balance" -> wallet.answer();
            case "/metrics" -> SimulatedAnswer.metrics(metrics(process.uptime(now)));
            default -> SimulatedAnswer.notFound();
        };
    }

    private SimulatedAnswer health(boolean synced) {
        String validating = synced ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"error\":\"node is not synced\"}";
        return SimulatedAnswer.json(
                synced ? 200 : 503, """
                {"status":"%s","node_version":"v0.5.5","genvm_version":"v0.2.16","protocol_version":"v0.5:7c1e90af",\
                "network":"%s","checks":{"validating":%s,"zksync-connectivity":{"status":"up"}}%s}
                """.formatted(synced ? "up" : "down", NETWORK, validating, modules));
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

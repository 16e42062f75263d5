package io.github.nodesonde.demo.lean;

import static java.util.Map.entry;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A node with {@code lean_*} series and a health answer that says no more than that it lives. Its page is a recorded one
 * with places for what changes.
 */
final class SimulatedLeanspecNode implements SimulatedNode {

    private static final String PAGE = "leanspec-metrics.txt";
    private static final int ATTESTATIONS_PER_BLOCK = 7;

    private final String id;
    private final String labels;
    private final Devnet chain;
    private final Instant startedAt;
    private final int peers;
    private final String page = page();

    /** @param labels the operator's labels, as a YAML flow mapping */
    SimulatedLeanspecNode(String id, String labels, Devnet chain, Instant startedAt, int peers) {
        this.id = id;
        this.labels = labels;
        this.chain = chain;
        this.startedAt = startedAt;
        this.peers = peers;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String keys(URI base) {
        return "url: %s\nclient: auto\nlabels: %s".formatted(base, labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        return switch (path) {
            case "/lean/v0/health" ->
                SimulatedAnswer.json(200, "{\"status\": \"healthy\", \"service\": \"lean-rpc-api\"}");
            case "/lean/v0/fork_choice" ->
                SimulatedAnswer.json(200, new ForkChoiceJson(chain, Side.MAJORITY).upTo(chain.head(chain.slot(now))));
            case "/metrics" -> SimulatedAnswer.metrics(metrics(now));
            default -> SimulatedAnswer.notFound();
        };
    }

    private String metrics(Instant now) {
        long head = chain.head(chain.slot(now));
        double blocks = (double) chain.blocks(head);
        double attestations = blocks * ATTESTATIONS_PER_BLOCK;
        String text = page;
        for (var value : List.of(
                entry("started", startedAt.toEpochMilli() / 1000.0),
                entry("cpu", blocks / 8),
                entry("slot", (double) chain.slot(now)),
                entry("head", (double) head),
                entry("justified", (double) chain.justified(head)),
                entry("finalized", (double) chain.finalized(head)),
                entry("peers", (double) peers),
                entry("blocks", blocks),
                entry("blockSeconds", blocks / 32),
                entry("transitionSeconds", blocks / 16),
                entry("attestations", attestations),
                entry("attestationSeconds", attestations / 512))) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(SimulatedLeanspecNode.class.getResourceAsStream(PAGE))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.nodesonde.demo.lean;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** As leanspec, having run since genesis: its page is a recorded one with places for what changes. */
final class SimulatedLeanspec implements SimulatedClient {

    private static final String PAGE = "leanspec-metrics.txt";
    private static final int ATTESTATIONS_PER_BLOCK = 7;

    private final int peers;
    private final String page = page();

    SimulatedLeanspec(int peers) {
        this.peers = peers;
    }

    @Override
    public String metrics(Devnet chain, Instant now) {
        long head = chain.head(chain.slot(now));
        double blocks = (double) chain.blocks(head);
        double attestations = blocks * ATTESTATIONS_PER_BLOCK;
        String text = page;
        for (var value : List.of(
                entry("started", chain.genesis().toEpochMilli() / 1000.0),
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
        try (InputStream page = Objects.requireNonNull(SimulatedLeanspec.class.getResourceAsStream(PAGE))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

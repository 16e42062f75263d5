package io.github.nodesonde.demo.lean;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A node with {@code leanspec_*} series and a health answer that tells slot and sync: 200 while synced, else 503.
 *
 * @param labels the operator's labels, as a YAML flow mapping
 * @param side where it is while the chain is forked
 * @param startedAt when the process started, having seen the chain from genesis
 */
record SimulatedSeedNode(
        String id,
        String labels,
        Devnet chain,
        Instant startedAt,
        int peers,
        Following following,
        Presence presence,
        Side side)
        implements SimulatedNode {

    private static final int ATTESTATIONS_PER_BLOCK = 7;
    private static final long SLOTS_PER_EPOCH = 32;

    @Override
    public String keys(URI base) {
        return "url: %s\nclient: auto\nlabels: %s".formatted(base, labels);
    }

    @Override
    public SimulatedAnswer answer(String path, Instant now) {
        if (!presence.isThere(seconds(now))) {
            return new SimulatedAnswer(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>\n");
        }
        return switch (path) {
            case "/health" -> health(now);
            case "/lean/v0/fork_choice" -> SimulatedAnswer.json(200, new ForkChoiceJson(chain, side).upTo(head(now)));
            case "/metrics" -> SimulatedAnswer.metrics(metrics(now));
            default -> SimulatedAnswer.notFound();
        };
    }

    private SimulatedAnswer health(Instant now) {
        boolean synced = following.isSynced(seconds(now));
        return SimulatedAnswer.json(
                synced ? 200 : 503, "{\"status\":\"ok\",\"slot\":" + head(now) + ",\"synced\":" + synced + "}");
    }

    private String metrics(Instant now) {
        double blocks = (double) chain.blocks(head(now));
        double started = startedAt.toEpochMilli() / 1000.0;
        return gauge("leanspec_slot_current", "Current slot number", (double) chain.slot(now))
                + gauge("leanspec_epoch_current", "Current epoch", (double)
                        Math.floorDiv(chain.slot(now), SLOTS_PER_EPOCH))
                + gauge("leanspec_peers_connected", "Number of connected peers", peers)
                + counter("leanspec_blocks_imported", "Cumulative blocks imported", blocks)
                + counter(
                        "leanspec_attestations_processed",
                        "Cumulative attestations processed",
                        blocks * ATTESTATIONS_PER_BLOCK)
                + gauge("leanspec_sync_distance", "Slots behind head (0 when synced)", (double)
                        following.slotsBehind(seconds(now)))
                + gauge("leanspec_process_start_time_seconds", "Unix timestamp of node startup", started);
    }

    private static String gauge(String name, String help, double value) {
        return family(name, "gauge", help, value);
    }

    /** With the time since which it counts, as a gauge of its own, as Python's client prints it. */
    private String counter(String base, String help, double value) {
        return family(base + "_total", "counter", help, value)
                + gauge(base + "_created", help, startedAt.toEpochMilli() / 1000.0);
    }

    private static String family(String name, String type, String help, double value) {
        return "# HELP %1$s %2$s\n# TYPE %1$s %3$s\n%1$s %4$s\n".formatted(name, help, type, value);
    }

    private long head(Instant now) {
        return chain.head(chain.slot(now) - following.slotsBehind(seconds(now)));
    }

    private long seconds(Instant now) {
        return Math.max(0, Duration.between(chain.genesis(), now).toSeconds());
    }
}

package io.github.nodesonde.gateway;

import io.github.nodesonde.faults.Answering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The kinds of node there are, and what one of each answers. */
enum WatchedKind {
    GENLAYER(
            "genlayer/metrics-0.5.5.prom",
            """
            {"status":"up","node_version":"v0.5.5","checks":{"zksync-connectivity":{"status":"up"}}}""",
            """
            {"status":"down","node_version":"v0.5.5","checks":{"zksync-connectivity":\
            {"status":"down","error":"no answer"}}}""",
            "down",
            "reports-down down: check zksync-connectivity is down: no answer",
            "genlayer_health_up",
            "go_goroutines"),
    LEAN(
            "lean/leanspec-issue-metrics.prom",
            """
            {"status":"ok","slot":12345,"synced":true}""",
            """
            {"status":"syncing","slot":12345,"synced":false}""",
            "degraded",
            "not-synced degraded: the node says that it is not synced",
            "leanspec_synced",
            "leanspec_peers_connected");

    private final String page;
    private final String health;
    private final String illHealth;
    private final String verdictOfIllHealth;
    private final String findingOfIllHealth;
    private final String flagOfHealth;
    private final String seriesOfPage;

    WatchedKind(
            String page,
            String health,
            String illHealth,
            String verdictOfIllHealth,
            String findingOfIllHealth,
            String flagOfHealth,
            String seriesOfPage) {
        this.page = page;
        this.health = health;
        this.illHealth = illHealth;
        this.verdictOfIllHealth = verdictOfIllHealth;
        this.findingOfIllHealth = findingOfIllHealth;
        this.flagOfHealth = flagOfHealth;
        this.seriesOfPage = seriesOfPage;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The probes beside health and metrics, which all kinds have. */
    List<String> probesOfItsOwn() {
        return this == LEAN ? List.of("syncing", "genesis") : List.of();
    }

    /** A node with which nothing is wrong. */
    Answering well() {
        byte[] metrics = resource();
        Answering scraped = c -> c.reply(200, "text/plain; version=0.0.4", metrics);
        Answering unknown = c -> c.reply(404, "{}");
        return unknown.butAt("/metrics", scraped).butAt("/health", c -> c.reply(200, health));
    }

    /** What a node says at {@code /health}, with status 503, when it holds itself unwell. */
    Answering unwell() {
        return c -> c.reply(503, illHealth);
    }

    String verdictOfIllHealth() {
        return verdictOfIllHealth;
    }

    /** The one finding on such a node: rule, verdict and cause. */
    String findingOfIllHealth() {
        return findingOfIllHealth;
    }

    /** A series read from the answer of {@code /health}: 1 or, of an unwell node, 0. */
    String flagOfHealth() {
        return flagOfHealth;
    }

    /** A series that only the metrics page tells. */
    String seriesOfPage() {
        return seriesOfPage;
    }

    private byte[] resource() {
        try (InputStream in = Objects.requireNonNull(WatchedKind.class.getResourceAsStream("/" + page), page)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

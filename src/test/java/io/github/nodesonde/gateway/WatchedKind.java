package io.github.nodesonde.gateway;

import io.github.nodesonde.faults.Answering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return switch (this) {
            case GENLAYER -> List.of("balance");
            case LEAN -> List.of("fork-choice", "genesis", "syncing");
        };
    }

    /** A node with which nothing is wrong. */
    Answering well() {
        return serving(c -> c.reply(200, health()), c -> c.reply(200, "text/plain; version=0.0.4", page()));
    }

    /** A node that has nothing but these two. */
    static Answering serving(Answering health, Answering page) {
        Answering unknown = c -> c.reply(404, "{}");
        return unknown.butAt("/metrics", page).butAt("/health", health);
    }

    /** What a node that is well answers at {@code /health}. */
    String health() {
        return health.strip();
    }

    /** What a node that is well answers at {@code /metrics}. */
    byte[] page() {
        try (InputStream in = Objects.requireNonNull(WatchedKind.class.getResourceAsStream("/" + page), page)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with another value of {@link #seriesOfPage}. */
    byte[] page(String value) {
        return line().replaceFirst("$1 " + value).getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a second line of {@link #seriesOfPage} after all others. */
    byte[] pageSayingAlso(String value) {
        Matcher line = line();
        String said = line.find() ? line.group(1) : seriesOfPage;
        return (new String(page(), StandardCharsets.UTF_8) + said + " " + value + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #page()} says of {@link #seriesOfPage}. */
    double valueOfPage() {
        Matcher line = line();
        return line.find() ? Double.parseDouble(line.group(2)) : Double.NaN;
    }

    private Matcher line() {
        return Pattern.compile("(?m)^(" + seriesOfPage + "(?:\\{[^}]*})?) (.*)$")
                .matcher(new String(page(), StandardCharsets.UTF_8));
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
}

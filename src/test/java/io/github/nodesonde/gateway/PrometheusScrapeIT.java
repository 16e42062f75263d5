package io.github.nodesonde.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A real Prometheus scrapes the gateway in every way there is, and the nodes themselves beside it: what it then holds of a
 * node is the same, whichever way it came.
 */
@WholeGateway
@TestPropertySource(properties = "nodesonde.inventory-poll-interval=100ms")
class PrometheusScrapeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Every series of the fleet that came by service discovery. */
    private static final String FLEET = "job!~\"page|own|direct|listed|failing\"";

    @TempDir
    static Path folder;

    private static MountedFile inventory;
    private static PrintingNode steady;
    private static PrintingNode other;
    private static PrintingNode panels;
    private static PrintingNode restarting;
    private static PrintingNode vanishing;
    private static PrintingNode removed;
    private static @Nullable PrometheusProcess running;

    private final PrometheusProcess prometheus;

    PrometheusScrapeIT(@Autowired Environment environment) throws IOException {
        prometheus = running(environment);
    }

    /** Starts once the gateway is up, for its ports are not known before. */
    private static PrometheusProcess running(Environment environment) throws IOException {
        if (running == null) {
            running = PrometheusProcess.start(
                    PrometheusProcess.program().orElseThrow(),
                    folder,
                    configuration(
                            "127.0.0.1:" + new GatewayPorts(environment).managementPort(),
                            environment.getRequiredProperty("local.server.port")));
        }
        return running;
    }

    @BeforeAll
    static void startNodes() throws IOException {
        assumeTrue(
                PrometheusProcess.program().isPresent(),
                "Prometheus is not installed (package prometheus on Debian), so nothing can scrape");
        steady = new PrintingNode(WatchedKind.GENLAYER, resource("genlayer/metrics-0.5.5.prom") + """
                # HELP conflict_total A gauge here.
                # TYPE conflict_total gauge
                conflict_total 1.5
                # HELP latency_seconds How long.
                # TYPE latency_seconds histogram
                latency_seconds_bucket{path="/a",le="0.005"} 3
                latency_seconds_bucket{path="/a",le="1"} 4
                latency_seconds_bucket{path="/a",le="+Inf"} 5
                latency_seconds_sum{path="/a"} 2.25
                latency_seconds_count{path="/a"} 5
                # TYPE odd_total gauge
                odd_total{job="own",instance="of the node"} NaN
                odd_labels{text="a \\"quote\\", a \\\\ and a\\nline",exported_node="taken"} -Inf
                untyped_value 1e-300
                """);
        other = new PrintingNode(WatchedKind.LEAN, resource("lean/leanspec-issue-metrics.prom") + """
                # HELP conflict_total A counter there.
                # TYPE conflict_total counter
                conflict_total 7
                # TYPE peer_score gauge
                peer_score{peer="1",node="a peer"} 0.5
                peer_score{peer="2"} +Inf
                # TYPE delay_seconds summary
                delay_seconds{quantile="0.5"} 0.25
                delay_seconds_sum 17
                delay_seconds_count 4
                """);
        panels = new PrintingNode(WatchedKind.LEAN, resource("lean/dashboard-metrics.prom"));
        restarting = new PrintingNode(WatchedKind.GENLAYER, work(100));
        vanishing = new PrintingNode(WatchedKind.GENLAYER, work(1));
        removed = new PrintingNode(WatchedKind.GENLAYER, work(2));
        inventory = new MountedFile(folder, "nodesonde.yaml");
        inventory.write(nodes() + node("removed", "eu", removed));
    }

    @AfterAll
    static void stop() throws Exception {
        try (var _ = removed;
                var _ = vanishing;
                var _ = restarting;
                var _ = panels;
                var _ = other;
                var _ = steady;
                var _ = running) {
            running = null;
        }
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> inventory.path().toString());
    }

    @BeforeEach
    void waitUntilTheFleetIsScraped() {
        eventually(() -> {
            assertThat(prometheus.query("up{job=~\"page|own\"} == 1")).hasSize(2);
            assertThat(prometheus.query("nodesonde_node_up{job=\"page\",node=\"steady\"} == 1"))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady", "other"})
    void pageHoldsEverySeriesOfANodeWithTheValueThatTheNodeItselfPrints(
            String node, @Autowired Collection<SignalSource> sources) {
        eventually(() -> {
            Set<String> ours = namesOf(sources);
            var direct = series("{job=\"direct\",node=\"" + node + "\"}", ours);
            var page = series("{job=\"page\",node=\"" + node + "\"}", ours);
            assertThat(direct).hasSizeGreaterThan(4);
            assertThat(page).isEqualTo(direct);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady", "other"})
    void probeHoldsEverySeriesOfANodeWithTheValueThatTheNodeItselfPrints(
            String node, @Autowired Collection<SignalSource> sources) {
        eventually(() -> {
            Set<String> ours = namesOf(sources);
            var direct = series("{job=\"direct\",node=\"" + node + "\"}", ours);
            var probe = series("{" + FLEET + ",node=\"" + node + "\"}", ours);
            assertThat(direct).hasSizeGreaterThan(4);
            assertThat(probe).isEqualTo(direct);
        });
    }

    @Test
    void contractSeriesAreTheSameByBothWays(@Autowired Collection<SignalSource> sources) {
        Set<String> ours = namesOf(sources);
        eventually(() -> {
            var page = prometheus.query("{job=\"page\",node=\"steady\"}");
            var probe = prometheus.query("{" + FLEET + ",node=\"steady\"}");
            assertThat(identities(page, ours))
                    .contains(Map.of(
                            "__name__", "genlayer_health_up", "node", "steady", "network", "eu", "region", "north"))
                    .isEqualTo(identities(probe, ours));
        });
    }

    @Test
    void targetOfANodeHasItsIdAndItsClientAndTheOperatorsLabels() {
        eventually(() -> assertThat(prometheus.query("up{" + FLEET + ",instance=~\"steady|other\"}"))
                .containsOnlyKeys(target("steady", "genlayer", "eu"), target("other", "leanspec-issue", "devnet"))
                .allSatisfy((_, up) -> assertThat(up).isOne()));
    }

    @Test
    void ownScopeAndServiceDiscoveryTogetherDoubleNothing() {
        eventually(() -> {
            assertThat(prometheus.query("nodesonde_network_verdict{job=\"own\",network=\"eu\"}"))
                    .hasSize(5);
            assertThat(prometheus.query("genlayer_health_up{" + FLEET + ",node=\"steady\"}"))
                    .hasSize(1);
            var together = prometheus.query("{__name__=~\".+\",job!~\"page|direct|listed|failing\"}").keySet().stream()
                    .map(labels -> identity(labels, "job", "instance"))
                    .filter(labels -> labels.containsKey("network"))
                    .toList();
            assertThat(together).hasSizeGreaterThan(50).doesNotHaveDuplicates();
            assertThat(prometheus.query("{job=\"own\",node!=\"\"}")).isEmpty();
        });
    }

    @Test
    void labelThatTheTargetHasTooIsKeptAsExported() {
        eventually(() -> {
            for (String way : new String[] {"job=\"page\"", FLEET, "job=\"direct\""}) {
                assertThat(prometheus
                                .query("odd_labels{" + way + ",node=\"steady\"}")
                                .keySet())
                        .as(way)
                        .singleElement()
                        .satisfies(labels -> assertThat(labels)
                                .containsEntry("text", "a \"quote\", a \\ and a\nline")
                                .containsEntry("exported_node", "taken"));
                assertThat(prometheus
                                .query("genlayer_node_blocks_behind{" + way + ",node=\"steady\"}")
                                .keySet())
                        .as(way)
                        .singleElement()
                        .satisfies(labels -> assertThat(labels)
                                .containsEntry("exported_network", "bradbury-phase1")
                                .containsEntry("exported_node", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359"));
            }
        });
    }

    @Test
    void familyThatNodesTypeDifferentlyIsUntypedOnThePageAndComplete() {
        eventually(() -> {
            assertThat(prometheus.typeOf("{job=\"page\"}", "conflict_total")).isEqualTo("unknown");
            assertThat(prometheus.query("conflict_total{job=\"page\"}").values())
                    .containsExactlyInAnyOrder(1.5, 7.0);
            assertThat(prometheus.typeOf("{instance=\"steady\",job=\"genlayer\"}", "conflict_total"))
                    .isEqualTo("gauge");
            assertThat(prometheus.typeOf("{instance=\"other\"}", "conflict")).isEqualTo("counter");
        });
    }

    @Test
    void counterOfARestartedNodeIsSeenToReset() {
        eventually(() -> {
            assertThat(prometheus.query("work_total{job=\"page\",node=\"restarting\"} == 100"))
                    .hasSize(1);
            assertThat(prometheus.query("work_total{" + FLEET + ",node=\"restarting\"} == 100"))
                    .hasSize(1);
        });

        restarting.print(work(3));

        eventually(() -> {
            assertThat(prometheus
                            .query("resets(work_total{job=\"page\",node=\"restarting\"}[2m])")
                            .values())
                    .containsExactly(1.0);
            assertThat(prometheus
                            .query("resets(work_total{" + FLEET + ",node=\"restarting\"}[2m])")
                            .values())
                    .containsExactly(1.0);
        });
    }

    @Test
    void seriesOfANodeThatNoLongerAnswersGoAndItsFailureStays() {
        eventually(() -> {
            assertThat(prometheus.query("work_total{job=\"page\",node=\"vanishing\"}"))
                    .hasSize(1);
            assertThat(prometheus.query("work_total{" + FLEET + ",node=\"vanishing\"}"))
                    .hasSize(1);
        });

        vanishing.goAway();

        eventually(() -> {
            assertThat(prometheus.query("{job=\"page\",node=\"vanishing\",__name__=~\"work_total|genlayer_.*\"}"))
                    .isEmpty();
            assertThat(prometheus.query("{" + FLEET + ",node=\"vanishing\",__name__=~\"work_total|genlayer_.*\"}"))
                    .isEmpty();
            assertThat(prometheus.query("nodesonde_node_up{node=\"vanishing\"}").values())
                    .containsExactly(0.0, 0.0);
            assertThat(prometheus
                            .query("up{job=\"failing\",instance=\"vanishing\"}")
                            .values())
                    .containsExactly(0.0);
            assertThat(prometheus
                            .query("up{job=\"failing\",instance=\"steady\"}")
                            .values())
                    .containsExactly(1.0);
            assertThat(prometheus
                            .query("up{" + FLEET + ",instance=\"vanishing\"}")
                            .values())
                    .containsExactly(1.0);
        });
    }

    @Test
    void nodeThatIsRemovedLeavesNothing() {
        eventually(() -> {
            assertThat(prometheus.query("work_total{job=\"page\",node=\"removed\"}"))
                    .hasSize(1);
            assertThat(prometheus.query("up{" + FLEET + ",instance=\"removed\"}"))
                    .hasSize(1);
        });

        inventory.write(nodes());

        eventually(() -> {
            assertThat(prometheus.query("{job!=\"direct\",node=\"removed\"}")).isEmpty();
            assertThat(prometheus.query("{instance=\"removed\"}")).isEmpty();
        });
    }

    /** Its drop-downs come of {@code lean_node_info}, its panels of the names listed, each with the label it needs. */
    @Test
    void queriesOfTheClientDashboardFindTheirNamesAndLabels() throws IOException {
        List<String> needed = resource("lean/dashboard-series.txt").lines().toList();
        String target = "network=\"devnet\",instance=\"panels\",job!~\"|page|own|direct\"";
        eventually(() -> assertThat(needed).hasSize(54).allSatisfy(line -> {
            String[] words = line.split(" ", 2);
            String label = words.length > 1 ? "," + words[1] + "!=\"\"" : "";
            assertThat(prometheus.query("{__name__=\"" + words[0] + "\"," + target + label + "}"))
                    .as(line)
                    .isNotEmpty();
        }));
        assertThat(prometheus
                        .query("histogram_quantile(0.99, sum by (le, job) (lean_tick_interval_duration_seconds_bucket{"
                                + target + "}))")
                        .values())
                .singleElement()
                .satisfies(quantile -> assertThat(quantile).isPositive().isFinite());
        assertThat(prometheus.query(
                        "sum by (network, job, instance, client) (lean_connected_peers{" + target + ",client!=\"\"})"))
                .hasSize(2);
    }

    @Test
    void noAnswerIsEverRefused() {
        eventually(() -> {
            assertThat(prometheus.query("scrape_samples_scraped{job!=\"direct\"} > 0"))
                    .hasSizeGreaterThanOrEqualTo(6);
            assertThat(prometheus.errors().keySet()).noneMatch(url -> !url.contains("fail=503"));
        });
        assertThat(prometheus.log()).doesNotContain("Error on ingesting", "Append failed", "append failed");
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }

    /** What a query gives, without what tells the ways apart and without what we print ourselves. */
    private Map<Map<String, String>, Double> series(String query, Set<String> ours) {
        var series = new HashMap<Map<String, String>, Double>();
        prometheus.query(query).forEach((labels, value) -> {
            String name = Objects.requireNonNull(labels.get("__name__"));
            if (!ours.contains(name) && !name.equals("up") && !name.startsWith("scrape_")) {
                series.put(identity(labels, "job", "instance", "region"), value);
            }
        });
        return series;
    }

    private static Set<Map<String, String>> identities(Map<Map<String, String>, Double> series, Set<String> names) {
        return series.keySet().stream()
                .filter(labels -> names.contains(labels.get("__name__")))
                .map(labels -> identity(labels, "job", "instance"))
                .collect(toSet());
    }

    /** A bound of a bucket counts as the number it is: Prometheus 2 keeps the node's spelling of it, Prometheus 3 ours. */
    private static Map<String, String> identity(Map<String, String> labels, String... without) {
        var identity = new TreeMap<>(labels);
        identity.keySet().removeAll(List.of(without));
        identity.computeIfPresent(
                "le", (_, bound) -> bound.equals("+Inf") ? bound : String.valueOf(Double.parseDouble(bound)));
        return identity;
    }

    private static Map<String, String> target(String node, String job, String network) {
        return Map.of(
                "__name__", "up", "job", job, "instance", node, "node", node, "network", network, "region", "north");
    }

    /** What is ours to print, and so does not pass. */
    private static Set<String> namesOf(Collection<SignalSource> sources) {
        return sources.stream()
                .flatMap(source -> source.signals().stream())
                .map(Signal::name)
                .flatMap(name -> Stream.of(name, name + "_created", name.replaceFirst("_total$", "_created")))
                .collect(toSet());
    }

    private static String work(int done) {
        return "# HELP work_total Work done.\n# TYPE work_total counter\nwork_total " + done + "\n";
    }

    private static String nodes() {
        return """
                networks:
                  - { name: eu, type: genlayer, interval: 1s }
                  - { name: devnet, type: lean, interval: 1s }
                nodes:
                """
                + node("steady", "eu", steady)
                + node("other", "devnet", other)
                + node("panels", "devnet", panels)
                + node("restarting", "eu", restarting)
                + node("vanishing", "eu", vanishing);
    }

    private static String node(String id, String network, PrintingNode node) {
        return "  - { id: %s, network: %s, url: \"%s\", labels: { region: north } }\n"
                .formatted(id, network, node.url());
    }

    private static String configuration(String gateway, String api) {
        return """
                global: { scrape_interval: 1s, scrape_timeout: 1s }
                scrape_configs:
                  - job_name: page
                    static_configs: [ { targets: [ "%1$s" ] } ]
                  - job_name: own
                    params: { scope: [ own ] }
                    static_configs: [ { targets: [ "%1$s" ] } ]
                  - job_name: fleet
                    http_sd_configs: [ { url: "http://127.0.0.1:%2$s/api/v1/prometheus/targets", refresh_interval: 1s } ]
                  - job_name: failing
                    params: { fail: [ "503" ] }
                    http_sd_configs: [ { url: "http://127.0.0.1:%2$s/api/v1/prometheus/targets", refresh_interval: 1s } ]
                    relabel_configs:
                      - { source_labels: [ node ], regex: steady|vanishing, action: keep }
                      - { target_label: job, replacement: failing }
                  - job_name: listed
                    metrics_path: /probe
                    params: { labels: [ target ] }
                    static_configs: [ { targets: [ steady ], labels: { network: eu, region: north } } ]
                    relabel_configs:
                      - { source_labels: [ __address__ ], target_label: __param_target }
                      - { source_labels: [ __address__ ], target_label: instance }
                      - { source_labels: [ __address__ ], target_label: node }
                      - { target_label: __address__, replacement: "%1$s" }
                  - job_name: direct
                    static_configs:
                      - { targets: [ "%3$s" ], labels: { node: steady, network: eu } }
                      - { targets: [ "%4$s" ], labels: { node: other, network: devnet } }
                """.formatted(gateway, api, steady.target(), other.target());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PrometheusScrapeIT.class.getResourceAsStream("/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.deploy.chart.OperatedScraping;
import io.github.nodesonde.gateway.GatewayPorts;
import io.github.nodesonde.gateway.PrometheusProcess;
import io.github.nodesonde.gateway.WholeGateway;
import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A node of the demo fleet is lost and found, and the operators are told the right thing by a real Prometheus and a real
 * Alertmanager that run what is shipped, sixty times as fast.
 */
@WholeGateway
@TestPropertySource(properties = {"nodesonde.demo=true", "nodesonde.inventory-poll-interval=100ms"})
class AlertDeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOKEN = "let-me-write";
    private static final String NODE = "lean-0";
    private static final String OTHER_NODE = "lean-1";
    private static final String NETWORK = "devnet-demo";

    @TempDir
    static Path shared;

    private static @Nullable RelayedFleet relayed;

    private final GatewayPorts gateway;
    private final RelayedFleet fleet;
    private final String page;
    private final Map<String, String> addresses;

    AlertDeliveryIT(@Autowired Environment environment) throws IOException {
        gateway = new GatewayPorts(environment);
        fleet = relayed(environment);
        page = "127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        String metrics = "127.0.0.1:" + gateway.managementPort();
        addresses = Map.of(
                "nodesonde:8080", page,
                "nodesonde:8008", metrics,
                "sonde-nodesonde.monitoring.svc:8008", metrics,
                "sonde-nodesonde.monitoring.svc:8080", page);
    }

    /** The ways to scrape that are shipped, with the gateway where the compose file and the chart have it. */
    static Stream<Named<List<Map<String, Object>>>> scrapeConfigurations() throws IOException {
        return Stream.of(
                Named.of("compose", composed()),
                Named.of("chart", OperatedScraping.of(Path.of("helm/nodesonde/ci/monitoring-values.yaml"))));
    }

    private static List<Map<String, Object>> composed() throws IOException {
        return YamlText.maps(
                YamlText.read(Path.of("deploy/prometheus/prometheus.yml")).get("scrape_configs"));
    }

    @BeforeAll
    static void assumePrograms() {
        assumeTrue(PrometheusProcess.program().isPresent(), "Prometheus is not installed (Debian: package prometheus)");
        assumeTrue(
                AlertmanagerProcess.program().isPresent(),
                "Alertmanager is not installed (Debian: package prometheus-alertmanager)");
    }

    @DynamicPropertySource
    static void writes(DynamicPropertyRegistry properties) throws IOException {
        Path token = Files.writeString(shared.resolve("token"), TOKEN + "\n");
        properties.add("nodesonde.api.write-token-file", token::toString);
        properties.add("nodesonde.maintenance.file", () -> shared.resolve("windows.json"));
    }

    /** Once the gateway is up, for the demo's inventory is not there before. */
    private static RelayedFleet relayed(Environment environment) throws IOException {
        if (relayed == null) {
            relayed = new RelayedFleet(Path.of(environment.getRequiredProperty("nodesonde.inventory")));
        }
        return relayed;
    }

    @AfterEach
    void findEveryNode() {
        fleet.findAll();
    }

    @AfterAll
    static void stop() throws IOException {
        if (relayed != null) {
            relayed.close();
            relayed = null;
        }
    }

    @ParameterizedTest
    @MethodSource("scrapeConfigurations")
    void lostNodeIsToldAndSoIsItsReturn(List<Map<String, Object>> scraping, @TempDir Path folder) throws IOException {
        try (var pipeline = AlertPipeline.start(folder, scraping, addresses)) {
            Webhook operators = pipeline.operators();
            waitUntilScraped(pipeline, NODE);
            assertThat(operators.told("NodeUnreachable", NODE)).isEmpty();

            fleet.lose(NODE);

            eventually(() -> assertThat(operators.told("NodeUnreachable", NODE))
                    .first()
                    .satisfies(told -> {
                        assertThat(told.status()).isEqualTo("firing");
                        assertThat(told.labels())
                                .containsExactlyInAnyOrderEntriesOf(Map.of(
                                        "alertname",
                                        "NodeUnreachable",
                                        "network",
                                        NETWORK,
                                        "node",
                                        NODE,
                                        "severity",
                                        "critical"));
                        assertThat(told.annotations())
                                .containsEntry("summary", "A node answers nothing it is asked.")
                                .hasEntrySatisfying(
                                        "description", text -> assertThat(text).startsWith(NODE + " of " + NETWORK))
                                .hasEntrySatisfying(
                                        "runbook_url",
                                        url -> assertThat(url).endsWith("docs/runbooks/NodeUnreachable.md"));
                    }));

            fleet.find(NODE);

            eventually(() -> assertThat(operators.told("NodeUnreachable", NODE))
                    .last()
                    .satisfies(told -> assertThat(told.status()).isEqualTo("resolved")));
            assertThat(operators.told("NodeUnreachable", OTHER_NODE)).isEmpty();
            assertThat(operators.told("NodesondeSuspectsItself")).isEmpty();
            assertThatRulesWork(pipeline.prometheus());
        }
    }

    @Test
    void nodeInMaintenanceIsNotTold(@TempDir Path folder) throws Exception {
        try (var pipeline = AlertPipeline.start(folder, composed(), addresses)) {
            waitUntilScraped(pipeline, NODE);
            JsonNode window = maintain(OTHER_NODE);
            eventually(() -> assertThat(pipeline.alertmanager().alerts("NodeInMaintenance"))
                    .hasSize(1));

            fleet.lose(OTHER_NODE);

            eventually(() -> assertThat(alertsOf(OTHER_NODE, pipeline))
                    .isNotEmpty()
                    .allSatisfy(AlertDeliveryIT::assertThatItIsInhibited));
            assertThat(pipeline.operators().told("NodeUnreachable", OTHER_NODE)).isEmpty();
            assertThat(pipeline.operators().told("NodeInMaintenance")).isEmpty();
            assertThat(write("DELETE", "/" + window.at("/id").asString(), "").statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void whileTheGatewayIsBlindItAloneIsTold(@TempDir Path folder) throws IOException {
        try (var pipeline = AlertPipeline.start(folder, composed(), addresses)) {
            waitUntilScraped(pipeline, NODE);

            fleet.loseAll();

            eventually(() -> {
                assertThat(pipeline.operators().told("NodesondeSuspectsItself"))
                        .first()
                        .satisfies(told -> assertThat(told.labels()).containsEntry("severity", "critical"));
                assertThat(alertsOf(NODE, pipeline)).isNotEmpty().allSatisfy(AlertDeliveryIT::assertThatItIsInhibited);
            });
        }
    }

    private static List<JsonNode> alertsOf(String node, AlertPipeline pipeline) {
        return pipeline.alertmanager().alerts("NodeUnreachable").stream()
                .filter(alert -> alert.at("/labels/node").asString().equals(node))
                .toList();
    }

    private static void assertThatItIsInhibited(JsonNode alert) {
        assertThat(alert.at("/status/state").asString()).isEqualTo("suppressed");
        assertThat(alert.at("/status/inhibitedBy").size()).isPositive();
    }

    private static void assertThatRulesWork(PrometheusProcess prometheus) throws IOException {
        int shipped = 0;
        try (Stream<Path> files = Files.list(Path.of("deploy/prometheus/rules"))) {
            for (Path file : files.toList()) {
                shipped += YamlText.maps(YamlText.read(file).get("groups")).stream()
                        .mapToInt(group -> YamlText.maps(group.get("rules")).size())
                        .sum();
            }
        }
        assertThat(prometheus.rules())
                .hasSize(shipped)
                .allSatisfy(rule -> assertThat(rule.at("/health").asString())
                        .as(rule.toString())
                        .isEqualTo("ok"));
        assertThat(prometheus.log()).doesNotContain("Evaluating rule failed");
    }

    private static void waitUntilScraped(AlertPipeline pipeline, String node) {
        eventually(() -> {
            assertThat(pipeline.prometheus().query("up{job=\"nodesonde\"} == 1"))
                    .hasSize(1);
            assertThat(pipeline.prometheus().query("nodesonde_node_up{node=\"" + node + "\"} == 1"))
                    .hasSize(1);
            // In this haste the seconds before Prometheus' first scrape count as an outage, which would inhibit all
            // else.
            assertThat(pipeline.alertmanager().alerts("NodesondeDown")).isEmpty();
        });
    }

    private JsonNode maintain(String node) throws IOException, InterruptedException {
        HttpResponse<String> begun =
                write("POST", "", """
                {"nodes": ["%s"], "because": "upgrade", "endsAt": "%s"}""".formatted(node, Instant.now().plus(Duration.ofHours(1))));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return HttpPort.json(begun);
    }

    private HttpResponse<String> write(String method, String path, String body)
            throws IOException, InterruptedException {
        URI windows = URI.create("http://" + page + "/api/v1/maintenance" + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(windows)
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }
}

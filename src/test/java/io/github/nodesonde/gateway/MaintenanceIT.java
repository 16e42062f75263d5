package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.api.EventReader;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node that is down is put into maintenance: what every place that shows it says then, and afterwards. */
@WholeGateway
@ExtendWith(OutputCaptureExtension.class)
class MaintenanceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PATH = "/api/v1/maintenance";
    private static final String TOKEN = "Bearer s3cret-token";

    @TempDir
    static Path folder;

    private static FaultyServer ill;
    private static FaultyServer well;

    private final GatewayPorts gateway;

    MaintenanceIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startNodes() throws IOException {
        ill = FaultyServer.start(WatchedKind.GENLAYER.well().butAt("/health", WatchedKind.GENLAYER.unwell()));
        well = FaultyServer.start(WatchedKind.GENLAYER.well());
        Files.writeString(folder.resolve("token"), "s3cret-token\n");
        Files.writeString(folder.resolve("nodesonde.yaml"), """
                networks:
                  - { name: eu, type: genlayer, interval: 1s, health: { down-when: any } }
                nodes:
                  - { id: ill, network: eu, url: "%s" }
                  - { id: well, network: eu, url: "%s" }
                """.formatted(ill.url(""), well.url("")));
    }

    @AfterAll
    static void stopNodes() {
        ill.close();
        well.close();
    }

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry properties) {
        properties.add(
                "nodesonde.inventory", () -> folder.resolve("nodesonde.yaml").toString());
        properties.add(
                "nodesonde.api.write-token-file", () -> folder.resolve("token").toString());
        properties.add(
                "nodesonde.maintenance.file",
                () -> folder.resolve("windows.json").toString());
    }

    @BeforeEach
    void waitUntilTheNodeIsDown() {
        awaitVerdicts("down", "down");
    }

    @Test
    void nodeInMaintenanceIsShownSoEverywhereUntilTheWindowIsEnded(CapturedOutput log) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var stream = EventReader.open(client, gateway.apiPort(), "?node=ill", Optional.empty())) {
            await().atMost(PATIENCE).until(() -> !stream.lastId().isEmpty());

            String id = begin(Instant.now().plusSeconds(600));

            awaitVerdicts("maintenance", "up");
            JsonNode network = gateway.json("/api/v1/networks/eu");
            assertThat(network.at("/nodes/maintenance").asInt()).isEqualTo(1);
            assertThat(network.at("/nodes/down").asInt()).isZero();
            assertThat(gateway.json("/api/v1/nodes/ill").at("/findings/0/rule").asString())
                    .isEqualTo("reports-down");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(verdictSeries("maintenance")).isEqualTo(1);
                assertThat(verdictSeries("down")).isZero();
                assertThat(gateway.metrics())
                        .contains(
                                "nodesonde_network_nodes{network=\"eu\",verdict=\"maintenance\"} 1",
                                "nodesonde_network_verdict{network=\"eu\",verdict=\"up\"} 1");
            });
            assertThat(actuatorStatus("/eu/components/ill")).isEqualTo("MAINTENANCE");
            assertThat(actuatorStatus("/eu")).isEqualTo("UP");
            assertThat(gateway.api("/", "Accept", "text/html").body()).contains("1 in maintenance");
            assertThat(gateway.api("/nodes/ill", "Accept", "text/html").body()).contains("<title>ill is maintenance");
            await().atMost(PATIENCE).until(() -> stream.events().size() == 1);
            assertThat(stream.values("data").getFirst())
                    .contains("\"node\":\"ill\"", "\"from\":\"down\"", "\"to\":\"maintenance\"");

            assertThat(end(id).statusCode()).isEqualTo(204);

            awaitVerdicts("down", "down");
            await().atMost(PATIENCE).until(() -> stream.events().size() == 2);
            assertThat(stream.values("data").getLast()).contains("\"to\":\"down\"");
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(verdictSeries("maintenance")).isZero());
        }
        assertThat(log.getOut())
                .containsPattern("maintenance of node ill from \\S+ until \\S+, because: upgrade; by ops")
                .containsPattern("maintenance of node ill from \\S+ until \\S+ is ended early")
                .doesNotContain("s3cret-token");
    }

    @Test
    void windowEndsByItself() {
        begin(Instant.now().plusSeconds(4));
        awaitVerdicts("maintenance", "up");

        awaitVerdicts("down", "down");

        assertThat(gateway.json(PATH).at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer another", "Basic s3cret-token"})
    void withoutTheTokenNothingChanges(String authorization) {
        String[] headers = authorization.isEmpty() ? new String[0] : new String[] {"Authorization", authorization};

        assertThat(gateway.change("POST", PATH, window(Instant.now().plusSeconds(600)), headers)
                        .statusCode())
                .isEqualTo(401);
        assertThat(gateway.change("DELETE", PATH + "/any", "", headers).statusCode())
                .isEqualTo(401);
        assertThat(gateway.json(PATH).at("/items")).isEmpty();
        assertThat(verdict("/api/v1/nodes/ill")).isEqualTo("down");
    }

    private String begin(Instant until) {
        HttpResponse<String> begun = gateway.change("POST", PATH, window(until), "Authorization", TOKEN);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(begun.body()).at("/id").asString();
    }

    private HttpResponse<String> end(String id) {
        return gateway.change("DELETE", PATH + "/" + id, "", "Authorization", TOKEN);
    }

    private static String window(Instant until) {
        return """
                {"nodes": ["ill"], "because": "upgrade", "endsAt": "%s", "by": "ops"}""".formatted(until);
    }

    private void awaitVerdicts(String ofNode, String ofNetwork) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(verdict("/api/v1/nodes/ill")).isEqualTo(ofNode);
            assertThat(verdict("/api/v1/networks/eu")).isEqualTo(ofNetwork);
        });
    }

    private String verdict(String path) {
        return gateway.json(path).at("/verdict").asString();
    }

    private double verdictSeries(String verdict) {
        return gateway.seriesOf("ill").stream()
                .filter(sample -> sample.name().equals("nodesonde_node_verdict")
                        && sample.labels().get("verdict").equals(Optional.of(verdict)))
                .mapToDouble(Sample::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private String actuatorStatus(String beneathFleet) {
        return GatewayPorts.json(gateway.management("/actuator/health"))
                .at("/components/fleet/components" + beneathFleet + "/status")
                .asString();
    }
}

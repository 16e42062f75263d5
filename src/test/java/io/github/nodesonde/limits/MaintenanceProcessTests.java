package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.testing.HttpPort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A window of maintenance outlives the gateway that was told of it, however that ends. */
class MaintenanceProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void windowSurvivesAKill() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "s3cret-token");
        Launch launch = Launch.with("-Xmx128m")
                .arguments(
                        "--nodesonde.history.enabled=false",
                        "--nodesonde.api.write-token-file=" + token,
                        "--nodesonde.maintenance.file=windows.json");
        try (var node = FaultyServer.start(c -> c.reply(500, ""))) {
            String inventory = """
                    networks:
                      - { name: eu, type: genlayer, interval: 1s }
                    nodes:
                      - { id: down-0, network: eu, url: "%s" }
                    """.formatted(node.url(""));
            String window;
            try (var first = GatewayProcess.start(folder, inventory, launch)) {
                window = begin(first.main().number());
                assertThat(verdict(first)).isEqualTo("maintenance");
                assertThat(first.log()).contains("maintenance of node down-0 from ", "because: upgrade; by api");
            }

            try (var second = GatewayProcess.start(folder, inventory, launch)) {
                await().atMost(PATIENCE).until(() -> verdict(second).equals("maintenance"));
                assertThat(HttpPort.json(second.main().get("/api/v1/maintenance"))
                                .at("/items/0"))
                        .isEqualTo(JsonMapper.shared().readTree(window));
            }
        }
    }

    private static String verdict(GatewayProcess gateway) {
        return HttpPort.json(gateway.main().get("/api/v1/nodes/down-0"))
                .at("/verdict")
                .asString();
    }

    private static String begin(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> begun = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/maintenance"))
                            .header("Authorization", "Bearer s3cret-token")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    """
                                    {"nodes": ["down-0"], "because": "upgrade", "endsAt": "%s"}""".formatted(Instant.now().plusSeconds(3600))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            return begun.body();
        }
    }
}

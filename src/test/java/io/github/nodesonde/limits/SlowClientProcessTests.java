package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.RawHttp;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that never finish their request and clients that never read their answer, and a request to end among them. */
class SlowClientProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLIENTS = 300;
    /** Of SIGTERM, as the shell counts it. */
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void slowClientsOnBothPortsKeepNobodyFromAnAnswerNorTheGatewayFromEnding() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var nodes = FakeNodes.printing(20_000);
                var gateway = GatewayProcess.start(
                        folder, InventoryText.of(4, "2s", List.of(nodes.url()), "net"), "-Xmx256m")) {
            await().atMost(PATIENCE)
                    .until(() -> HttpPort.json(gateway.main().get("/api/v1/fleet"))
                            .path("verdict")
                            .asString()
                            .equals("up"));
            for (int i = 0; i < CLIENTS; i++) {
                slow.add(RawHttp.send(gateway.main().number(), "GET / HT"));
                slow.add(RawHttp.send(gateway.main().number(), RawHttp.get("/api/v1/nodes/node-0")));
                slow.add(RawHttp.send(gateway.metrics().number(), "GET / HT"));
                slow.add(RawHttp.send(gateway.metrics().number(), RawHttp.get("/metrics")));
            }

            assertThat(gateway.metrics().get("/health").statusCode()).isEqualTo(503);
            assertThat(gateway.metrics().get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(gateway.main().get("/api/v1/fleet").statusCode()).isEqualTo(200);

            gateway.terminate();

            assertThat(gateway.exitCode(Duration.ofSeconds(10))).isIn(0, TERMINATED);
            assertThat(gateway.log()).doesNotContain("\tat ", "OutOfMemoryError");
        } finally {
            for (Socket client : slow) {
                client.close();
            }
        }
    }
}

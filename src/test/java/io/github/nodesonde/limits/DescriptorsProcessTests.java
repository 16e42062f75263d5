package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.RawHttp;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A gateway whose clients take all file descriptors that it may have, and give them back. */
class DescriptorsProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LIMIT = 400;
    /** Those that the system takes for the gateway until it can. */
    private static final int WAITING = 20;
    /** What is answered, after which the connection is kept for more than a minute. */
    private static final String IDLE = "GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void wantOfDescriptorsIsTheGatewaysFaultAndNeverTheNodes() throws Exception {
        assumeThat(Path.of("/bin/sh")).as("a shell that can set limits").exists();
        var clients = new ArrayList<Socket>();
        try (var nodes = FakeNodes.closing();
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(6, "1s", List.of(nodes.url()), "one", "two"),
                        Launch.with().by("ulimit -n " + LIMIT + " && exec \"$@\""))) {
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));
            assertThat(gateway.series("process_files_max_files")).isEqualTo(LIMIT);

            // Once before, so that no class need be loaded from a file when there is no descriptor left for it.
            nodes.goAway();
            await().atMost(PATIENCE)
                    .until(() -> fleet(gateway).at("/gateway/faultSuspected").asBoolean());
            nodes.comeBack();
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));

            double free = LIMIT - gateway.series("process_files_open_files");
            while (clients.size() < free + WAITING) {
                clients.add(RawHttp.send(gateway.main().number(), IDLE));
            }

            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
                JsonNode fleet = fleet(gateway);
                assertThat(fleet.at("/nodes/down").asInt()).isZero();
                assertThat(fleet.path("verdict").asString()).isEqualTo("unknown");
                assertThat(fleet.at("/findings/0/rule").asString()).isEqualTo("gateway-fault");
                assertThat(fleet.at("/findings/0/because").asString())
                        .isEqualTo(
                                "6 of 6 nodes could not be asked: a fault of the gateway, no file descriptor left just now");
            });
            // Until long after each node would have been down, had they been at fault.
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
                assertThat(fleet(gateway).at("/nodes/down").asInt()).isZero();
                return fleet(gateway).at("/nodes/unknown").asInt() == 6;
            });
            for (Socket client : clients) {
                client.close();
            }

            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();
            assertThat(gateway.log()).contains("no file descriptor left").doesNotContain("OutOfMemoryError");
            assertThat(logLines()).isLessThan(400);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private long logLines() throws IOException {
        try (var lines = Files.lines(folder.resolve("out"))) {
            return lines.count();
        }
    }

    private static String verdict(GatewayProcess gateway) {
        return fleet(gateway).path("verdict").asString();
    }

    private static JsonNode fleet(GatewayProcess gateway) {
        return HttpPort.json(gateway.main().get("/api/v1/fleet"));
    }
}

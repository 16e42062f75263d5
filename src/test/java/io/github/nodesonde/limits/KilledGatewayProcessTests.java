package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gateways that are killed without a warning, and remember. */
class KilledGatewayProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void whatWasAcceptedIsThereOnceAfterTheKill() throws Exception {
        List<JsonNode> before;
        try (var nodes = FakeNodes.printing(1);
                var gateway = start(nodes)) {
            await().atMost(PATIENCE).until(() -> isTold(gateway, "up"));
            nodes.goAway();
            await().atMost(PATIENCE).until(() -> isTold(gateway, "down"));
            before = changes(gateway);
        } // Closing kills it.
        try (var nodes = FakeNodes.printing(1);
                var gateway = start(nodes)) {
            await().atMost(PATIENCE).until(() -> changes(gateway).size() > before.size());

            List<JsonNode> after = changes(gateway);

            assertThat(after.subList(after.size() - before.size(), after.size()))
                    .isEqualTo(before);
            assertThat(new HashSet<>(after)).hasSameSizeAs(after);
            assertThat(gateway.series("nodesonde_history_lost_total")).isZero();
            assertThat(gateway.series("nodesonde_history_database_up")).isEqualTo(1);
        }
    }

    private GatewayProcess start(FakeNodes nodes) throws Exception {
        return GatewayProcess.start(
                folder,
                InventoryText.of(2, "1s", List.of(nodes.url()), "net"),
                Launch.with()
                        .arguments(
                                "--nodesonde.history.enabled=true",
                                "--nodesonde.history.path=" + folder.resolve("history")));
    }

    private static boolean isTold(GatewayProcess gateway, String verdict) {
        return changes(gateway).stream()
                .anyMatch(change -> change.path("to").asString("").equals(verdict));
    }

    /** Newest first; none while the history is not there yet. */
    private static List<JsonNode> changes(GatewayProcess gateway) {
        String body =
                gateway.main().get("/api/v1/nodes/node-0/history?size=500").body();
        return JsonMapper.shared().readTree(body).path("items").valueStream().toList();
    }
}

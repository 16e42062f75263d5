package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.history.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Gateways that are killed without a warning, and remember. */
class KilledGatewayProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void whatAFileAcceptedIsThereOnceAfterTheKill() throws Exception {
        assertThatWhatWasAcceptedIsThereOnceAfterTheKill("--nodesonde.history.path=" + folder.resolve("history"));
    }

    @Test
    void whatPostgresAcceptedIsThereOnceAfterTheKill() throws Exception {
        assertThatWhatWasAcceptedIsThereOnceAfterTheKill(
                "--nodesonde.history.url=" + PostgresServer.url(PostgresServer.newDatabase()),
                "--nodesonde.history.username=" + PostgresServer.USER);
    }

    private void assertThatWhatWasAcceptedIsThereOnceAfterTheKill(String... store) throws Exception {
        List<JsonNode> before;
        try (var nodes = FakeNodes.printing(1);
                var gateway = start(nodes, store)) {
            await().atMost(PATIENCE).until(() -> isTold(gateway, "up"));
            nodes.goAway();
            await().atMost(PATIENCE).until(() -> isTold(gateway, "down"));
            before = gateway.changes("node-0");
        } // Closing kills it.
        try (var nodes = FakeNodes.printing(1);
                var gateway = start(nodes, store)) {
            await().atMost(PATIENCE).until(() -> gateway.changes("node-0").size() > before.size());

            List<JsonNode> after = gateway.changes("node-0");

            assertThat(after.subList(after.size() - before.size(), after.size()))
                    .isEqualTo(before);
            assertThat(new HashSet<>(after)).hasSameSizeAs(after);
            assertThat(gateway.series("nodesonde_history_lost_total")).isZero();
            assertThat(gateway.series("nodesonde_history_database_up")).isEqualTo(1);
        }
    }

    private GatewayProcess start(FakeNodes nodes, String... store) throws Exception {
        return GatewayProcess.start(
                folder,
                InventoryText.of(2, "1s", List.of(nodes.url()), "net"),
                Launch.with().arguments(store));
    }

    private static boolean isTold(GatewayProcess gateway, String verdict) {
        return gateway.changes("node-0").stream()
                .anyMatch(change -> change.path("to").asString("").equals(verdict));
    }
}

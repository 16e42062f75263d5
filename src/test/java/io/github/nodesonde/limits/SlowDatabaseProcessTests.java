package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.history.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose real PostgreSQL keeps it waiting. */
class SlowDatabaseProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NODES = 30;
    private static final int QUEUE = 20;
    private static final String HISTORY = "/api/v1/nodes/node-0/history";

    @TempDir
    Path folder;

    @Test
    void lockedTablesStopNeitherProbingNorMetricsAndAreWrittenAgainLater() throws Exception {
        String database = PostgresServer.newDatabase();
        try (var nodes = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(NODES, "1s", List.of(nodes.url()), "net"),
                        Launch.with()
                                .arguments(
                                        "--nodesonde.history.url=" + PostgresServer.url(database),
                                        "--nodesonde.history.username=" + PostgresServer.USER,
                                        "--nodesonde.history.queue=" + QUEUE))) {
            await().atMost(PATIENCE).until(() -> gateway.nodesUp() == NODES && "up".equals(newest(gateway)));
            await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_history_queue_records") == 0);

            try (var _ = PostgresServer.locked(database)) {
                nodes.goAway();
                await().atMost(PATIENCE).until(() -> gateway.nodesUp() == 0);
                nodes.comeBack();
                await().atMost(PATIENCE).until(() -> gateway.nodesUp() == NODES);
                await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_history_lost_total") > 0);

                var unavailable = gateway.main().get(HISTORY);
                assertThat(unavailable.statusCode()).isEqualTo(503);
                assertThat(unavailable.body()).contains("history-unavailable");
            }

            await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_history_queue_records") == 0);
            await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_history_database_up") == 1);
            nodes.goAway();
            await().atMost(PATIENCE).until(() -> "down".equals(newest(gateway)));
        }
    }

    /** The newest verdict that is remembered; empty while none is. */
    private static String newest(GatewayProcess gateway) {
        return gateway.changes("node-0").stream()
                .findFirst()
                .map(change -> change.path("to").asString(""))
                .orElse("");
    }
}

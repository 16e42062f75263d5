package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.faults.Fault;
import io.github.nodesonde.faults.FaultyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways whose log finds no room, and one that is told to end while its nodes hang. */
class FullDiskProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FULL = Path.of("/dev/full");
    /** Of SIGTERM, as the shell counts it. */
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void gatewayWhoseOutputIsFullGoesOnAndEndsInTimeThoughItsNodesHang() throws Exception {
        assumeThat(FULL).as("a device that is always full").exists();
        Path log = folder.resolve("log");
        try (var healthy = FakeNodes.printing(1);
                var hanging = FaultyServer.start(Fault.HANGS);
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(
                                20, "1s", List.of(healthy.url(), hanging.url("").toString()), "net"),
                        Launch.with().arguments("--logging.file.name=" + log).output(FULL, log))) {
            await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_rounds_under_way") >= 5);
            await().atMost(PATIENCE).until(() -> gateway.nodesUp() == 10);

            gateway.terminate();

            assertThat(gateway.exitCode(Duration.ofSeconds(5))).isIn(0, TERMINATED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/full", "/proc/nowhere/log"})
    void gatewayWhoseLogFileCannotBeWrittenGoesOn(String file) throws Exception {
        assumeThat(FULL).as("a device that is always full").exists();
        try (var nodes = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(2, "1s", List.of(nodes.url()), "net"),
                        Launch.with().arguments("--logging.file.name=" + file))) {
            await().atMost(PATIENCE).until(() -> gateway.nodesUp() == 2);

            nodes.goAway();

            await().atMost(PATIENCE).until(() -> gateway.nodesUp() == 0);
            assertThat(Files.readString(folder.resolve("out"))).contains("node-0 does not answer health");
        }
    }
}

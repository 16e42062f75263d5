package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.testing.HttpPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image's entry point, health check, user and variables, as the Dockerfile says them, without a container engine: on a
 * root that cannot be written to, without a capability, with the memory that compose gives.
 */
class EntryPointIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MEBIBYTE = 1024 * 1024;

    /** What {@code docker-compose.yml} gives the gateway. The JVM is told so, for a control group is not ours to make. */
    private static final int MEMORY_MEBIBYTES = 512;

    @TempDir
    static Path work;

    private static UnpackedImage image;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        String hindrance = UnpackedImage.hindrance();
        assumeTrue(hindrance.isEmpty(), hindrance);
        image = UnpackedImage.make(Dockerfile.shipped(), Path.of("target/nodesonde.jar"), work);
    }

    @Test
    void nothingButTheHistoryAndTmpCanBeWritten() throws IOException, InterruptedException {
        assertThat(image.canWrite("/opt/nodesonde")).isFalse();
        assertThat(image.canWrite("/opt")).isFalse();
        assertThat(image.canWrite("/var/lib")).isFalse();
        assertThat(image.canWrite("/etc")).isFalse();
        assertThat(image.canWrite("/tmp")).isTrue();
        assertThat(image.canWrite("/var/lib/nodesonde")).isTrue();
    }

    @Test
    void dependenciesLieApartFromTheApplication() throws IOException {
        assertThat(image.files())
                .contains(Path.of("nodesonde.jar"), Path.of("nodesonde.aot"))
                .filteredOn(file -> file.startsWith("lib"))
                .hasSizeGreaterThan(50);
    }

    @Test
    void gatewayStartsFromItsCacheIsHealthyAndEndsWhenTold() throws IOException, InterruptedException {
        int port = freePort();
        var variables = Map.of(
                "SERVER_PORT",
                "0",
                "MANAGEMENT_SERVER_PORT",
                String.valueOf(port),
                // Does not start where the cache cannot be used.
                "JDK_JAVA_OPTIONS",
                "-XX:AOTMode=on -XX:MaxRAM=" + MEMORY_MEBIBYTES + "m");
        var check = Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(port));
        try (var gateway = image.start(variables, "--demo");
                var management = new HttpPort(port)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(gateway.isAlive()).as(gateway::log).isTrue();
                assertThat(management.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
            });

            assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(management.get("/metrics").body()).contains("nodesonde_inventory_nodes ");
            // Once is not enough for the engine either.
            await().atMost(PATIENCE).until(() -> image.healthcheck(gateway, check) == 0);
            assertThat(gateway.peakMemory()).isLessThan(MEMORY_MEBIBYTES * MEBIBYTE);
            assertThat(gateway.log()).doesNotContain("Read-only file system", "Permission denied");
            assertThat(gateway.terminate()).isIn(0, 143);
        }
    }

    @Test
    void healthCheckFailsWhereNoGatewayLives() throws IOException, InterruptedException {
        assertThat(image.healthcheckAlone(Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(freePort()))))
                .isEqualTo(1);
    }

    /** The check asks a port that it is told, so the gateway cannot choose one for itself. */
    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

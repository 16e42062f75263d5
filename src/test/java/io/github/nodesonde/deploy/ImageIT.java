package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Builds the image and starts the compose file's gateway and Prometheus. Runs where there is a container engine with compose, and
 * is skipped elsewhere.
 */
@Testcontainers(disabledWithoutDocker = true)
class ImageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BUILD = Duration.ofMinutes(15);
    private static final int METRICS_PORT = 8008;
    private static final int PROMETHEUS_PORT = 9090;

    @Container
    private static final ComposeContainer COMPOSE = new ComposeContainer(new File("docker-compose.yml"))
            .withServices("nodesonde", "prometheus")
            .withBuild(true)
            // Any that is free on this machine; the test asks through the network of the services.
            .withEnv("NODESONDE_PORT", "0")
            .withEnv("NODESONDE_METRICS_PORT", "0")
            .withEnv("PROMETHEUS_PORT", "0")
            .withExposedService(
                    "nodesonde",
                    METRICS_PORT,
                    Wait.forHttp("/actuator/health/readiness").withStartupTimeout(BUILD))
            .withExposedService(
                    "prometheus", PROMETHEUS_PORT, Wait.forHttp("/-/ready").withStartupTimeout(BUILD));

    @Test
    void prometheusReceivesTheSeriesOfTheDemoFleet() {
        try (var prometheus = port("prometheus", PROMETHEUS_PORT)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(answer(prometheus, "up{job=\"nodesonde\"} == 1")).contains("\"nodesonde:8008\"");
                assertThat(answer(prometheus, "nodesonde_node_up{network=\"devnet-demo\"} == 1"))
                        .contains("\"node\":\"lean-0\"");
            });
        }
    }

    @Test
    void gatewayRunsUnprivilegedOnARootThatItCannotWrite() throws IOException, InterruptedException {
        var gateway = COMPOSE.getContainerByServiceName("nodesonde").orElseThrow();

        assertThat(gateway.execInContainer("id", "-u").getStdout().strip()).isEqualTo("65532");
        assertThat(gateway.execInContainer("touch", "/opt/nodesonde/written").getExitCode())
                .isNotZero();
    }

    private static HttpPort port(String service, int port) {
        return new HttpPort(COMPOSE.getServicePort(service, port));
    }

    private static String answer(HttpPort prometheus, String promql) {
        return prometheus
                .get("/api/v1/query?query=" + URLEncoder.encode(promql, StandardCharsets.UTF_8))
                .body();
    }
}

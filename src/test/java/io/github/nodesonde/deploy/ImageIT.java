package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Builds the image and starts it. Runs where there is a container engine, and is skipped elsewhere. */
@Testcontainers(disabledWithoutDocker = true)
class ImageIT {

    private static final int METRICS_PORT = 8008;

    @Container
    private static final GenericContainer<?> GATEWAY = new GenericContainer<>(new ImageFromDockerfile()
                    .withDockerfile(Path.of("Dockerfile"))
                    .withTarget("node"))
            .withCommand("--demo")
            .withExposedPorts(METRICS_PORT)
            .waitingFor(Wait.forHttp("/actuator/health/readiness")
                    .forPort(METRICS_PORT)
                    .withStartupTimeout(Duration.ofMinutes(2)));

    @Test
    void imageServesTheDemoFleetUnprivileged() throws IOException, InterruptedException {
        var metrics =
                URI.create("http://%s:%d/metrics".formatted(GATEWAY.getHost(), GATEWAY.getMappedPort(METRICS_PORT)));
        try (var http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).contains("nodesonde_inventory_nodes ");
        }
        assertThat(GATEWAY.execInContainer("id", "-u").getStdout().strip()).isEqualTo("65532");
    }
}

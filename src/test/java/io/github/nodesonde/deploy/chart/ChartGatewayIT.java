package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway takes the arguments, variables and files that the chart hands it, and answers what the chart asks it. */
class ChartGatewayIT {

    @Test
    void gatewayStartsAsRenderedAndAnswersProbesAndHelmTest(@TempDir Path root) throws IOException {
        Manifests manifests = Chart.rendered("""
                inventory:
                  networks: [{name: devnet, type: lean, genesis-time: 1767225600}]
                  nodes: [{id: lean-0, network: devnet, url: http://127.0.0.1:1}]
                config:
                  nodesonde: {passthrough: {include: [lean_.*, process_.*], max-series: 1000000}}
                  nodesonde.probe.max-concurrent: 64
                service: {metricsPort: 9008}
                """);
        putInventory(manifests, root);
        try (var gateway = RenderedGateway.start(manifests, root)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(probes(manifests))
                            .hasSize(3)
                            .allSatisfy(path -> assertThat(
                                            gateway.metrics().get(path).statusCode())
                                    .isEqualTo(200)));

            assertThat(testUrls(manifests).filter(url -> url.getPort() == 9008))
                    .hasSize(2)
                    .allSatisfy(url -> assertThat(
                                    gateway.metrics().get(url.getPath()).statusCode())
                            .isEqualTo(200));
            assertThat(testUrls(manifests).filter(url -> url.getPort() == 8080))
                    .hasSize(1)
                    .allSatisfy(
                            url -> assertThat(gateway.http().get(url.getPath()).body())
                                    .contains("\"sonde-nodesonde.monitoring.svc:9008\""));
        }
        assertThat(root.resolve("opt"))
                .as("the read-only folder of the program")
                .isEmptyDirectory();
        assertThat(root.resolve("var/lib/nodesonde")).isNotEmptyDirectory();
    }

    @Test
    void gatewayWithoutItsDatabaseAndWithoutNodesIsReadyAllTheSame(@TempDir Path root) throws IOException {
        Manifests manifests = Chart.rendered("""
                history: {url: "jdbc:postgresql://127.0.0.1:1/nodesonde", username: nodesonde, existingSecret: postgres}
                """);
        putInventory(manifests, root);
        Files.createDirectories(root.resolve("run/secrets/history"));
        Files.writeString(root.resolve("run/secrets/history/password"), "only-for-this-test");
        try (var gateway = RenderedGateway.start(manifests, root)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(probes(manifests))
                            .allSatisfy(path -> assertThat(
                                            gateway.metrics().get(path).statusCode())
                                    .isEqualTo(200)));

            assertThat(gateway.http().get("/api/v1/prometheus/targets").body()).isEqualTo("[]");
            assertThat(gateway.http().get("/api/v1/incidents").statusCode()).isEqualTo(503);
        }
    }

    private static void putInventory(Manifests manifests, Path root) throws IOException {
        Files.createDirectories(root.resolve("etc/nodesonde"));
        Files.writeString(
                root.resolve("etc/nodesonde/nodesonde.yaml"),
                at(manifests.only("ConfigMap"), "data", "nodesonde.yaml").toString());
    }

    private static List<String> probes(Manifests manifests) {
        return Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                .map(probe ->
                        at(manifests.container(), probe, "httpGet", "path").toString())
                .toList();
    }

    private static Stream<URI> testUrls(Manifests manifests) {
        return list(at(manifests.only("Pod"), "spec", "containers", 0), "args").stream()
                .map(Object::toString)
                .filter(argument -> argument.startsWith("http"))
                .map(URI::create);
    }
}

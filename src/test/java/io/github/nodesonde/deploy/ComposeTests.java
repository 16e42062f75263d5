package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Reads the compose file and what it mounts; there need not be a container engine. */
class ComposeTests {

    @Test
    void gatewayPrometheusAlertmanagerAndGrafanaAreThere() throws IOException {
        assertThat(services()).containsOnlyKeys("nodesonde", "prometheus", "alertmanager", "grafana");
    }

    @Test
    void everyMountedFileExists() throws IOException {
        assertThat(services().values().stream()
                        .flatMap(service -> texts(service, "volumes").stream())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> volume.substring(0, volume.indexOf(':'))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void everyPortIsPublishedOnLoopbackOnly() throws IOException {
        assertThat(services().values().stream().flatMap(service -> texts(service, "ports").stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyForeignImageIsPinned() throws IOException {
        assertThat(services().values().stream()
                        .filter(service -> !service.containsKey("build"))
                        .map(service -> String.valueOf(service.get("image"))))
                .hasSize(3)
                .allMatch(image -> image.matches("[^:]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void imageBuildEndsInAnUnprivilegedStageNamedNode() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        int last = lines.lastIndexOf(lines.stream()
                .filter(line -> line.startsWith("FROM "))
                .reduce((_, later) -> later)
                .orElseThrow());

        assertThat(lines.get(last)).endsWith(" AS node");
        assertThat(lines.subList(last, lines.size())).contains("USER 65532:65532", "EXPOSE 8080 8008");
    }

    @Test
    void prometheusTakesItsConfiguration() throws IOException, InterruptedException {
        InstalledProgram.assumed("promtool", "prometheus")
                .passes(List.of("check", "config"), List.of(Path.of("deploy/prometheus/prometheus.yml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        return (Map<String, Map<String, Object>>) compose.get("services");
    }

    private static List<String> texts(Map<String, Object> service, String key) {
        return ((List<?>) service.getOrDefault(key, List.of()))
                .stream().map(Object::toString).toList();
    }
}

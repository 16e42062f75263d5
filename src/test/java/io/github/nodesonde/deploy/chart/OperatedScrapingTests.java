package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.testing.InstalledProgram;
import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatedScrapingTests {

    private static final Path MONITORING = Path.of("helm/nodesonde/ci/monitoring-values.yaml");

    @Test
    void gatewayIsAJobOfItsOwnAndEveryNodeATarget() {
        assertThat(OperatedScraping.of(MONITORING))
                .satisfiesExactly(
                        gateway -> assertThat(gateway)
                                .containsEntry("job_name", "serviceMonitor/monitoring/sonde-nodesonde/0")
                                .containsEntry("params", Map.of("scope", List.of("own")))
                                .containsEntry("honor_labels", false)
                                .containsEntry(
                                        "relabel_configs",
                                        List.of(Map.of(
                                                "action", "replace",
                                                "target_label", "job",
                                                "replacement", "nodesonde")))
                                .hasEntrySatisfying(
                                        "static_configs",
                                        targets -> assertThat(targets.toString())
                                                .contains("[sonde-nodesonde.monitoring.svc:8008]")),
                        nodes -> assertThat(nodes)
                                .containsEntry("job_name", "scrapeConfig/monitoring/sonde-nodesonde")
                                .containsEntry(
                                        "http_sd_configs",
                                        List.of(Map.of(
                                                "url",
                                                "http://sonde-nodesonde.monitoring.svc:8080/api/v1/prometheus/targets",
                                                "refresh_interval",
                                                "30s"))));
    }

    @Test
    void prometheusTakesWhatIsMade(@TempDir Path folder) throws IOException, InterruptedException {
        var promtool = InstalledProgram.assumed("promtool", "prometheus");
        Path file = Files.writeString(
                folder.resolve("prometheus.yml"),
                YamlText.of(Map.of("scrape_configs", OperatedScraping.of(MONITORING))));

        promtool.passes(List.of("check", "config"), List.of(file));
    }

    @Test
    void fieldThatIsNotKnownIsAnError() {
        Manifests manifests = Chart.rendered("serviceMonitor: {enabled: true, tlsConfig: {insecureSkipVerify: true}}");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> OperatedScraping.of(manifests))
                .withMessageContaining("tlsConfig");
    }
}

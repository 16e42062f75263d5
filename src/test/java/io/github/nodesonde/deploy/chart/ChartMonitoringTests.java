package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.assertThatMap;
import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What the chart brings along for the Prometheus operator and Grafana. */
class ChartMonitoringTests {

    private static final Path RULES = Path.of("deploy/prometheus/rules");
    private static final Path DASHBOARDS = Path.of("deploy/grafana/dashboards");

    @Test
    void nothingNeedsDefinitionsThatAClusterMayLack() {
        assertThat(Chart.rendered("").all())
                .allSatisfy(manifest -> assertThat(at(manifest, "apiVersion").toString())
                        .doesNotContain("monitoring.coreos.com", "gateway.networking"));
    }

    @Test
    void gatewayIsScrapedUnderTheJobThatAlertsAskFor() throws IOException {
        Object endpoint = at(
                Chart.rendered("{nameOverride: sonde, serviceMonitor: {enabled: true}}")
                        .only("ServiceMonitor"),
                "spec",
                "endpoints",
                0);

        assertThatMap(endpoint)
                .containsEntry("port", "metrics")
                .containsEntry("path", "/metrics")
                .containsEntry("honorLabels", false)
                .doesNotContainKey("params");
        assertThat(list(endpoint, "relabelings"))
                .isEqualTo(List.of(Map.of("action", "replace", "targetLabel", "job", "replacement", "nodesonde")));
        assertThat(Files.readString(RULES.resolve("gateway.yml"))).contains("up{job=\"nodesonde\"}");
    }

    @Test
    void gatewayLeavesTheNodesOutWhereTheyAreTargetsOfTheirOwn() {
        Manifests manifests = Chart.rendered("{serviceMonitor: {enabled: true}, scrapeConfig: {enabled: true}}");

        assertThat(at(manifests.only("ServiceMonitor"), "spec", "endpoints", 0, "params"))
                .isEqualTo(Map.of("scope", List.of("own")));
        assertThat(at(manifests.only("ScrapeConfig"), "apiVersion")).isEqualTo("monitoring.coreos.com/v1alpha1");
        assertThat(at(manifests.only("ScrapeConfig"), "spec"))
                .isEqualTo(Map.of(
                        "httpSDConfigs",
                        List.of(Map.of(
                                "url",
                                "http://sonde-nodesonde.monitoring.svc:8080/api/v1/prometheus/targets",
                                "refreshInterval",
                                "30s")),
                        "scrapeInterval",
                        "15s",
                        "scrapeTimeout",
                        "10s"));
    }

    @Test
    void scopeOfTheGatewaysPageCanBeTold() {
        assertThatMap(monitorEndpoint("{enabled: true, scope: own}")).containsKey("params");
        assertThat(Chart.rendered("{serviceMonitor: {enabled: true, scope: all}, scrapeConfig: {enabled: true}}")
                        .notes())
                .contains("scraped twice");
    }

    @Test
    void rulesAreThoseOfTheComposeFileToTheLetter() throws IOException {
        var rendered = new ArrayList<Object>();
        Chart.rendered("prometheusRule: {enabled: true}")
                .of("PrometheusRule")
                .forEach(rule -> rendered.addAll(list(at(rule, "spec"), "groups")));

        assertThat(rendered).isEqualTo(groupsOfFiles());
    }

    @Test
    void promtoolTakesTheRulesAsRendered(@TempDir Path folder) throws IOException, InterruptedException {
        var promtool = InstalledProgram.assumed("promtool", "prometheus");
        var files = new ArrayList<Path>();
        for (Map<String, Object> rule : Chart.rendered(Path.of("helm/nodesonde/ci/monitoring-values.yaml"))
                .all()) {
            if ("PrometheusRule".equals(rule.get("kind"))) {
                files.add(Files.writeString(
                        folder.resolve(at(rule, "metadata", "name") + ".yml"), new Yaml().dump(at(rule, "spec"))));
            }
        }

        assertThat(files).isNotEmpty();
        promtool.passes(List.of("check", "rules"), files);
    }

    @Test
    void alertsCanBeLeftOutLabelledAndLedToOtherRunbooks() throws IOException {
        List<Object> rules = Chart.rendered("""
                        prometheusRule:
                          enabled: true
                          disabled: [NodeRestarted, NodesondeDown]
                          runbookUrl: https://wiki.example.org/runbooks/
                          additionalRuleLabels: {team: protocol, severity: none}
                        """)
                .of("PrometheusRule")
                .flatMap(rule -> list(at(rule, "spec"), "groups").stream())
                .flatMap(group -> list(group, "rules").stream())
                .filter(ChartMonitoringTests::isAlert)
                .<Object>map(rule -> rule)
                .toList();
        List<Object> names = rules.stream().map(rule -> at(rule, "alert")).toList();

        assertThat(names).doesNotContain("NodeRestarted", "NodesondeDown").contains("NodeUnreachable");
        assertThat(names).hasSize(alertsOfFiles() - 2);
        assertThat(rules).allSatisfy(rule -> {
            assertThatMap(rule, "labels").containsEntry("team", "protocol");
            assertThatMap(rule, "annotations")
                    .containsEntry("runbook_url", "https://wiki.example.org/runbooks/" + at(rule, "alert") + ".md");
        });
        assertThat(rules)
                .filteredOn(rule -> at(rule, "alert").equals("NodeUnreachable"))
                .allSatisfy(rule -> assertThatMap(rule, "labels").containsEntry("severity", "critical"));
    }

    @Test
    void dashboardsAreThoseOfTheComposeFileToTheLetter() throws IOException {
        List<Map<String, Object>> rendered = Chart.rendered(
                        "{demo: true, dashboards: {enabled: true, folder: Fleet, labels: {team: protocol}}}")
                .of("ConfigMap")
                .toList();
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            List<Path> shipped = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();

            assertThat(rendered).hasSameSizeAs(shipped);
            for (int i = 0; i < shipped.size(); i++) {
                assertThat(at(rendered.get(i), "data"))
                        .isEqualTo(Map.of(
                                shipped.get(i).getFileName().toString(),
                                Files.readString(shipped.get(i)).strip()));
                assertThatMap(rendered.get(i), "metadata", "labels")
                        .containsEntry("grafana_dashboard", "1")
                        .containsEntry("team", "protocol");
                assertThatMap(rendered.get(i), "metadata", "annotations").containsEntry("grafana_folder", "Fleet");
            }
        }
    }

    @Test
    void resourcesThatNoOperatorWouldSeeAreTold() {
        assertThat(Chart.rendered("{serviceMonitor: {enabled: true}, prometheusRule: {enabled: true}}")
                        .notes())
                .contains("--set serviceMonitor.labels.release=", "--set prometheusRule.labels.release=")
                .doesNotContain("scrapeConfig.labels");
        assertThat(Chart.rendered("serviceMonitor: {enabled: true, labels: {release: kps}}")
                        .notes())
                .doesNotContain("labels.release");
    }

    @Test
    void resourcesGoToTheNamespaceAndUnderTheLabelsThatAreTold() {
        Manifests manifests = Chart.rendered("""
                serviceMonitor: {enabled: true, namespace: prometheus, labels: {release: kps}}
                scrapeConfig: {enabled: true, namespace: prometheus, labels: {release: kps}}
                prometheusRule: {enabled: true, namespace: prometheus, labels: {release: kps}}
                """);

        assertThat(Stream.of("ServiceMonitor", "ScrapeConfig", "PrometheusRule").flatMap(manifests::of))
                .hasSizeGreaterThan(2)
                .allSatisfy(manifest -> {
                    assertThat(at(manifest, "metadata", "namespace")).isEqualTo("prometheus");
                    assertThatMap(manifest, "metadata", "labels").containsEntry("release", "kps");
                });
        assertThat(at(manifests.only("ServiceMonitor"), "spec", "namespaceSelector", "matchNames"))
                .isEqualTo(List.of("monitoring"));
    }

    private static Object monitorEndpoint(String values) {
        return at(Chart.rendered("serviceMonitor: " + values).only("ServiceMonitor"), "spec", "endpoints", 0);
    }

    private static List<Object> groupsOfFiles() throws IOException {
        var groups = new ArrayList<Object>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.sorted().toList()) {
                groups.addAll(list(new Yaml().load(Files.readString(file)), "groups"));
            }
        }
        return groups;
    }

    private static int alertsOfFiles() throws IOException {
        return (int) groupsOfFiles().stream()
                .flatMap(group -> list(group, "rules").stream())
                .filter(ChartMonitoringTests::isAlert)
                .count();
    }

    /** Rather than a recording rule. */
    private static boolean isAlert(Object rule) {
        return ((Map<?, ?>) rule).containsKey("alert");
    }
}

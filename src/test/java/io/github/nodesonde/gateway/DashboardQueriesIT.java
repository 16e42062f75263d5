package io.github.nodesonde.gateway;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.deploy.AlertExpressions;
import io.github.nodesonde.deploy.Selector;
import io.github.nodesonde.deploy.ShippedDashboard;
import io.github.nodesonde.deploy.ShippedDashboard.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A real Prometheus scrapes the demo fleet as the configuration that is shipped does, and is asked all that the dashboards
 * ask. What the alert rules name is to be there too.
 */
@WholeGateway
@TestPropertySource(
        properties = {
            "nodesonde.demo=true",
            "nodesonde.history.enabled=true",
            // As in a large fleet: other tests see the series of nodes that have meters.
            "nodesonde.metrics.meters-up-to=0"
        })
class DashboardQueriesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What the demo has not, by the series that says so, and why. */
    private static final Map<String, String> NOT_IN_THE_DEMO = Map.of(
            "nodesonde_passthrough_left_out_series", "every line that a node prints is handed on",
            "nodesonde_passthrough_cut_label_values", "no label is too long",
            "nodesonde_passthrough_conflicting_families",
                    "it is of the page of all nodes, and here each is a target of its own",
            "nodesonde_cli_runs_total", "its staking is asked of the chain and not of the tool",
            "nodesonde_cli_cpu_seconds_total", "its staking is asked of the chain and not of the tool",
            "genlayer_validator_banned_until_epoch", "the only banned validator is none of the nodes",
            "nodesonde_network_quorum_ratio", "its inventory does not say that it is complete");

    /** Selections of alert rules that nothing of the demo fits, and why. */
    private static final Map<String, String> SELECTS_NOTHING_OF_THE_DEMO = Map.of(
            "nodesonde_network_quorum_ratio", "its inventory does not say that it is complete",
            "genlayer_health_check_up{check!~\"validating|zksync|zksync-connectivity|zksync-websocket\"}",
                    "its nodes have the checks of today's releases, and this is for those of later ones");

    private static final Pattern VALUES = Pattern.compile("label_values\\((.+), ([a-z]+)\\)");

    @TempDir
    static Path folder;

    private static @Nullable PrometheusProcess running;

    private final PrometheusProcess prometheus;

    DashboardQueriesIT(@Autowired Environment environment) throws IOException {
        prometheus = running(environment);
    }

    /** Starts once the gateway is up, for its ports are not known before. */
    private static PrometheusProcess running(Environment environment) throws IOException {
        if (running == null) {
            running = PrometheusProcess.start(
                    PrometheusProcess.program().orElseThrow(),
                    folder,
                    configuration(
                            new GatewayPorts(environment).managementPort(),
                            environment.getRequiredProperty("local.server.port")));
        }
        return running;
    }

    @BeforeAll
    static void prometheusIsInstalled() {
        assumeTrue(
                PrometheusProcess.program().isPresent(),
                "Prometheus is not installed (package prometheus on Debian), so nothing can be asked");
    }

    @AfterAll
    static void stop() {
        try (var _ = running) {
            running = null;
        }
    }

    @DynamicPropertySource
    static void history(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.history.path", () -> folder.resolve("history").toString());
    }

    @Test
    void everyQueryHasDataButForWhatTheDemoHasNot() throws IOException {
        var targets = new LinkedHashSet<>(targets().toList());
        assertThat(targets).hasSizeGreaterThan(100);

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            targets.removeIf(target -> !answer(target).isEmpty());
            assertThat(targets)
                    .allSatisfy(target ->
                            assertThat(absences(target)).as(target.toString()).isNotEmpty());
        });

        assertThat(targets)
                .as("what the demo has not is asked for, and absent")
                .flatExtracting(DashboardQueriesIT::absences)
                .hasSameElementsAs(NOT_IN_THE_DEMO.keySet());
        write();
    }

    @Test
    void everyVariableHasValues() {
        eventually(() -> assertThat(ShippedDashboard.all())
                .allSatisfy(dashboard -> assertThat(dashboard.variables().values())
                        .filteredOn(variable -> variable.at("/type").asString().equals("query"))
                        .allSatisfy(variable -> assertThat(values(variable)).isNotEmpty())));
    }

    /** A selection that gives series shows that metric and labels are there, and have the values that the rule counts on. */
    @Test
    void everySeriesAndLabelThatAnAlertNamesIsScraped() {
        eventually(() -> {
            var missing = new TreeSet<String>();
            AlertExpressions.all().values().stream()
                    .flatMap(expression -> Selector.in(expression).stream())
                    .forEach(selector -> {
                        Set<Map<String, String>> series =
                                prometheus.query(selector.text()).keySet();
                        if (series.isEmpty()) {
                            missing.add(selector.text());
                        } else {
                            assertThat(series)
                                    .as("%s by %s", selector.text(), selector.grouping())
                                    .anySatisfy(labels ->
                                            assertThat(labels.keySet()).containsAll(selector.grouping()));
                        }
                    });
            assertThat(missing).isEqualTo(SELECTS_NOTHING_OF_THE_DEMO.keySet());
        });
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(assertion);
    }

    private static Stream<Target> targets() {
        return ShippedDashboard.all().stream()
                .flatMap(dashboard -> dashboard.panels().stream())
                .flatMap(panel -> panel.targets().stream());
    }

    private static List<String> absences(Target target) {
        return Selector.in(target.expression()).stream()
                .map(Selector::name)
                .filter(NOT_IN_THE_DEMO::containsKey)
                .toList();
    }

    /** Of the first choice that gives any, where one is to be chosen. */
    private Map<Map<String, String>, Double> answer(Target target) {
        return choices(target.panel().dashboard(), target.expression()).stream()
                .map(prometheus::query)
                .filter(series -> !series.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    /** The expression as Grafana would ask it: with everything chosen, or, where only one can be, for each in turn. */
    private List<String> choices(ShippedDashboard dashboard, String expression) {
        List<String> choices =
                List.of(expression.replace("$__rate_interval", "10s").replace("$__range", "1h"));
        for (Map.Entry<String, JsonNode> variable : dashboard.variables().entrySet()) {
            String name = "$" + variable.getKey();
            if (choices.getFirst().contains(name)) {
                choices = choices.stream()
                        .flatMap(choice ->
                                chosen(variable.getValue()).stream().map(value -> choice.replace(name, value)))
                        .toList();
            }
        }
        return choices;
    }

    private List<String> chosen(JsonNode variable) {
        if (!variable.at("/multi").asBoolean()) {
            return values(variable);
        }
        String all = variable.at("/allValue").asString("");
        return List.of(all.isEmpty() ? String.join("|", values(variable)) : all);
    }

    private List<String> values(JsonNode variable) {
        Matcher definition = VALUES.matcher(variable.at("/definition").asString(""));
        assertThat(definition.matches()).isTrue();
        String label = definition.group(2);
        var values = new ArrayList<String>();
        prometheus
                .query("count by (" + label + ") (" + definition.group(1).replace("$network", ".+") + ")")
                .keySet()
                .forEach(labels -> values.add(labels.getOrDefault(label, "")));
        values.sort(null);
        return values;
    }

    /** What each panel shows, for who wants to look: one file for each dashboard. */
    private void write() throws IOException {
        Path shown = Files.createDirectories(Path.of("target/dashboards"));
        for (ShippedDashboard dashboard : ShippedDashboard.all()) {
            String text = dashboard.panels().stream()
                    .map(panel -> new PanelText(
                                    panel,
                                    panel.targets().stream().map(this::answer).toList())
                            .toString())
                    .collect(joining());
            Files.writeString(shown.resolve(dashboard.uid() + ".txt"), text);
        }
    }

    private static String configuration(int metricsPort, String apiPort) {
        return """
                global: { scrape_interval: 2s, scrape_timeout: 2s }
                scrape_configs:
                  - job_name: nodesonde
                    params: { scope: [ own ] }
                    static_configs: [ { targets: [ "127.0.0.1:%s" ] } ]
                  - job_name: fleet
                    http_sd_configs: [ { url: "http://127.0.0.1:%s/api/v1/prometheus/targets", refresh_interval: 2s } ]
                """.formatted(metricsPort, apiPort);
    }
}

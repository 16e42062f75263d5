package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.InstalledProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds the alert rules to their form, to their runbooks and to the series that exist; promtool runs their own tests. */
class AlertRulesTests {

    private static final Path RULES = Path.of("deploy/prometheus/rules");
    private static final Path TESTS = Path.of("deploy/prometheus/tests");
    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final String RUNBOOK_URL = "https://github.com/nodesonde/nodesonde/blob/main/docs/runbooks/";

    private static final Pattern SERIES = Pattern.compile("\\b([a-z]+_[a-z0-9_]+)\\b(?=[{\\[)\\s]|$)");
    private static final Pattern IN_DOCUMENT = Pattern.compile("(?m)^\\| `([a-z0-9_]+)[`{]");

    /** Functions and label names that look like a series. */
    private static final Set<String> NO_SERIES =
            Set.of("max_over_time", "min_over_time", "count_over_time", "group_left");

    /** What nodes print themselves and the gateway hands on, and what the gateway's own process prints. */
    private static final Pattern PASSED_THROUGH =
            Pattern.compile("go_.+|process_.+|promhttp_.+|genlayer_node_.+|jvm_gc_(live|max)_data_size_bytes");

    @Test
    void everyAlertSaysHowGraveItIsAndWhatToDo() throws IOException {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.name()).matches("[A-Z][A-Za-z]+");
            assertThat(alert.labels())
                    .hasEntrySatisfying(
                            "severity", severity -> assertThat(severity).isIn("critical", "warning", "info", "none"));
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
            // A summary with labels in it would make a notification of its own for each of them.
            assertThat(alert.annotations().get("summary")).doesNotContain("{{").endsWith(".");
            assertThat(alert.annotations()).containsEntry("runbook_url", RUNBOOK_URL + alert.name() + ".md");
        });
    }

    @Test
    void everyAlertHasItsRunbookAndEveryRunbookItsAlert() throws IOException {
        Set<String> names = alerts().stream().map(Alert::name).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        String index = Files.readString(RUNBOOKS.resolve("README.md"));
        for (Alert alert : alerts()) {
            assertThat(Files.readString(RUNBOOKS.resolve(alert.name() + ".md")))
                    .contains("# " + alert.name(), "## Meaning", "## Impact", "## Diagnosis", "## Mitigation")
                    .contains("Severity: " + alert.labels().get("severity") + ".");
            assertThat(index)
                    .contains("| [%s](%s.md) | %s | %s |"
                            .formatted(
                                    alert.name(),
                                    alert.name(),
                                    alert.labels().get("severity"),
                                    alert.annotations().get("summary")));
        }
    }

    @Test
    void everySeriesThatAnAlertNamesExists() throws IOException {
        Set<String> documented = IN_DOCUMENT
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        for (Alert alert : alerts()) {
            assertThat(SERIES.matcher(alert.expression().replaceAll("(by|on) \\([^)]*\\)|\"[^\"]*\"", ""))
                            .results()
                            .map(MatchResult::group)
                            .filter(name -> !NO_SERIES.contains(name))
                            .filter(name -> !PASSED_THROUGH.matcher(name).matches()))
                    .as(alert.name())
                    .isSubsetOf(documented);
        }
    }

    @Test
    void everyAlertIsTested() throws IOException {
        var tests = new StringBuilder();
        for (Path file : files(TESTS)) {
            tests.append(Files.readString(file));
        }
        assertThat(alerts()).allSatisfy(alert -> assertThat(tests).contains("alertname=\"" + alert.name() + "\""));
    }

    @Test
    void promtoolTakesTheRulesAndTheirTestsPass() throws Exception {
        var promtool = InstalledProgram.assumed("promtool", "prometheus");

        promtool.passes(List.of("check", "rules"), files(RULES));
        promtool.passes(List.of("test", "rules"), files(TESTS));
    }

    @Test
    void amtoolTakesTheRouting() throws Exception {
        InstalledProgram.assumed("amtool", "prometheus-alertmanager")
                .passes(List.of("check-config"), List.of(Path.of("deploy/alertmanager/alertmanager.yml")));
    }

    private static List<Alert> alerts() throws IOException {
        var alerts = new ArrayList<Alert>();
        for (Path file : files(RULES)) {
            Map<String, List<Map<String, List<Map<String, Object>>>>> document =
                    new Yaml().load(Files.readString(file, StandardCharsets.UTF_8));
            document.getOrDefault("groups", List.of())
                    .forEach(group ->
                            group.getOrDefault("rules", List.of()).forEach(rule -> alerts.add(Alert.of(rule))));
        }
        return alerts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

        static Alert of(Map<String, Object> rule) {
            return new Alert(
                    String.valueOf(rule.get("alert")),
                    String.valueOf(rule.get("expr")),
                    texts(rule.get("labels")),
                    texts(rule.get("annotations")));
        }

        private static Map<String, String> texts(Object mapping) {
            return ((Map<?, ?>) mapping)
                    .entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> String.valueOf(entry.getKey()),
                                    entry -> String.valueOf(entry.getValue())));
        }
    }
}

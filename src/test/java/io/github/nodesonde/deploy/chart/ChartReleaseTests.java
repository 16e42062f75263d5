package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The chart as it is released: linted, packaged, and true to the versions it names. */
class ChartReleaseTests {

    static Stream<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void strictLintFindsNothing(Path values) throws IOException {
        var result = Chart.linted(values);

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
        assertThat(result.getMessages()).isEmpty();
    }

    /** Rules and dashboards are links into deploy/, where the compose file mounts them: the package must hold files. */
    @Test
    void packageHoldsTheRulesThemselves(@TempDir Path folder) throws IOException {
        new Helm(Chart.FOLDER).packageIt().withDestination(folder).call();
        Path release = folder.resolve("nodesonde-" + chart().get("version") + ".tgz");
        Manifests manifests = Manifests.read(new Helm(release)
                .template()
                .withKubeVersion("1.30.0")
                .set("prometheusRule.enabled", true)
                .call());

        var shipped = new ArrayList<Object>();
        try (Stream<Path> files = Files.list(Path.of("deploy/prometheus/rules"))) {
            for (Path file : files.sorted().toList()) {
                shipped.addAll(list(new Yaml().load(Files.readString(file)), "groups"));
            }
        }
        assertThat(manifests.of("PrometheusRule").flatMap(rule -> list(at(rule, "spec"), "groups").stream()))
                .isEqualTo(shipped);
    }

    @Test
    void applicationIsTheOneThatTheBuildMakes() throws IOException {
        String version = first(
                "<artifactId>nodesonde</artifactId>\\s*<version>([^<-]+)(-SNAPSHOT)?</version>", Path.of("pom.xml"));

        assertThat(chart()).containsEntry("appVersion", version);
        assertThat(at(chart(), "annotations", "artifacthub.io/images").toString())
                .contains("image: nodesonde/nodesonde:" + version);
    }

    @Test
    void changelogBeginsWithTheVersionOfTheChart() throws IOException {
        assertThat(first("(?m)^## (\\d+\\.\\d+\\.\\d+)", Chart.FOLDER.resolve("CHANGELOG.md")))
                .isEqualTo(chart().get("version"));
    }

    @Test
    void annotationsAreTheYamlThatArtifactHubReads() throws IOException {
        for (String name : List.of("links", "images", "changes")) {
            List<Map<String, String>> entries = new Yaml()
                    .load(at(chart(), "annotations", "artifacthub.io/" + name).toString());
            assertThat(entries).as(name).isNotEmpty();
            if (name.equals("changes")) {
                assertThat(entries)
                        .allSatisfy(entry -> assertThat(entry.get("kind"))
                                .isIn("added", "changed", "deprecated", "removed", "fixed", "security"));
            }
        }
    }

    @Test
    void maintainersHaveNameMailAndUrl() throws IOException {
        assertThat(list(chart(), "maintainers"))
                .isNotEmpty()
                .allSatisfy(maintainer -> Manifests.assertThatMap(maintainer).containsOnlyKeys("name", "email", "url"));
    }

    private static Map<String, Object> chart() throws IOException {
        return new Yaml().load(Files.readString(Chart.FOLDER.resolve("Chart.yaml")));
    }

    private static String first(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + file));
    }
}

package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the workflows of continuous integration. They cannot be run here; what they may do and what they name can be held. */
class WorkflowTests {

    private static final Path FOLDER = Path.of(".github/workflows");

    /** Files and folders of the repository, as commands and inputs name them. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/.-])(\\.ci/run|\\./mvnw|\\./\\.github/[\\w./-]+|helm/nodesonde|Dockerfile|CHANGELOG\\.md|pom\\.xml)");

    /** Scopes that a job may write, and by which workflow: nothing else is granted. */
    private static final Map<String, List<String>> WRITES = Map.of(
            "verify.yml", List.of(),
            "image.yml", List.of("packages", "id-token", "attestations"),
            "chart.yml", List.of("packages"),
            "release.yml", List.of("contents", "packages", "id-token", "attestations"));

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void verifyImageChartAndReleaseAreThere() throws IOException {
        assertThat(workflows())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(WRITES.keySet());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingMayBeWrittenButWhatAJobNeeds(Path file) throws IOException {
        Map<String, Object> workflow = YamlText.read(file);

        assertThat(workflow).containsEntry("permissions", Map.of("contents", "read"));
        assertThat(jobs(workflow)).allSatisfy(job -> {
            if (job.get("permissions") instanceof Map<?, ?> granted) {
                assertThat(granted).allSatisfy((scope, access) -> {
                    if (!access.equals("read")) {
                        assertThat(access).isEqualTo("write");
                        assertThat(WRITES.get(file.getFileName().toString())).contains(scope.toString());
                    }
                });
            }
        });
    }

    /** Such a trigger would run what strangers send with the repository's own rights. */
    @ParameterizedTest
    @MethodSource("workflows")
    void noStrangersCodeIsRunWithRights(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(text).doesNotContain("pull_request_target", "workflow_run:");
        assertThat(Pattern.compile("(?m)run:.*\\$\\{\\{").matcher(text).results())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobHasAnEndAndEveryWorkflowAGroup(Path file) throws IOException {
        Map<String, Object> workflow = YamlText.read(file);

        assertThat(workflow).containsKey("concurrency");
        assertThat(jobs(workflow)).isNotEmpty().allSatisfy(job -> {
            if (!job.containsKey("uses")) {
                assertThat(job).containsKey("timeout-minutes");
                assertThat(job.get("runs-on")).isEqualTo("ubuntu-24.04");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinned(Path file) throws IOException {
        assertThat(jobs(YamlText.read(file)).stream()
                        .flatMap(job -> YamlText.maps(job.get("steps")).stream())
                        .filter(step -> step.containsKey("uses"))
                        .map(step -> String.valueOf(step.get("uses"))))
                .allMatch(action -> action.matches("[\\w-]+/[\\w-]+@(v\\d+\\.\\d+\\.\\d+|[0-9a-f]{40})"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyFileThatIsNamedExists(Path file) throws IOException {
        assertThat(PATH.matcher(Files.readString(file)).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(named -> assertThat(Path.of(named)).exists());
    }

    @Test
    void stagesThatAreBuiltAreInTheDockerfile() throws IOException {
        Dockerfile dockerfile = Dockerfile.shipped();
        Object include = YamlText.map(
                        YamlText.map(Objects.requireNonNull(jobs(YamlText.read(FOLDER.resolve("image.yml")))
                                        .getFirst()
                                        .get("strategy")))
                                .get("matrix"))
                .get("include");

        assertThat(YamlText.maps(include))
                .extracting(entry -> entry.get("stage"))
                .containsExactly("node", "node-cli")
                .allSatisfy(stage -> assertThat(
                                dockerfile.stage(String.valueOf(stage)).own())
                        .isNotEmpty());
    }

    @Test
    void profileThatMakesTheBillOfMaterialsExists() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("release.yml"))).contains("-Paudit", "target/bom.json");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<id>audit</id>", "cyclonedx-maven-plugin", "<outputName>bom</outputName>");
    }

    private static List<Map<String, Object>> jobs(Map<String, Object> workflow) {
        return YamlText.map(Objects.requireNonNull(workflow.get("jobs"))).values().stream()
                .map(YamlText::map)
                .toList();
    }
}

package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.observation.SignalSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/prometheus.md to what Prometheus takes and to what the gateway has. */
class PrometheusDocumentationTests {

    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OWN_NAME = Pattern.compile("`(nodesonde_[a-z_]+)");
    private static final Pattern PROPERTY =
            Pattern.compile("nodesonde\\.passthrough\\.[a-z-]+|nodesonde\\.external-url");

    @TempDir
    Path folder;

    @Test
    void prometheusTakesEveryConfiguration() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "promtool is not installed (package prometheus on Debian)");
        List<String> configurations = found(YAML).stream()
                .map(block -> block.group(1))
                .filter(text -> text.contains("scrape_configs:"))
                .toList();

        assertThat(configurations).hasSizeGreaterThanOrEqualTo(3);
        for (String configuration : configurations) {
            Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
            Path told = folder.resolve("told");
            Process promtool = new ProcessBuilder(PROMTOOL.toString(), "check", "config", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            assertThat(promtool.waitFor())
                    .as(configuration + Files.readString(told))
                    .isZero();
        }
    }

    @Test
    void everySeriesAndPropertyNamedExists() throws IOException {
        List<String> series = ProgramBeans.of(SignalSource.class).stream()
                .flatMap(source -> source.signals().stream())
                .map(signal -> signal.name())
                .toList();
        String properties = Files.readString(Path.of("docs/configuration.md"));

        assertThat(found(OWN_NAME))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(series).contains(name.group(1)));
        assertThat(found(PROPERTY))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(properties).contains("`" + name.group() + "`"));
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("docs/prometheus.md")))
                .results()
                .toList();
    }
}

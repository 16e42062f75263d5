package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/deploy.md to the chart and to systemd. */
class DeployGuideTests {

    private static final Path GUIDE = Path.of("docs/deploy.md");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern VALUES = Pattern.compile("(?ms)^ *```yaml\n(.*?)^ *```");
    private static final Pattern UNIT = Pattern.compile("(?ms)^```ini\n(.*?)^```");

    @ParameterizedTest
    @MethodSource("values")
    void chartTakesTheValues(String values) {
        assertThat(Chart.rendered(values).all()).isNotEmpty();
    }

    @Test
    void systemdTakesTheUnitAndFindsItHardened(@TempDir Path folder) throws IOException, InterruptedException {
        var analyze = InstalledProgram.assumed("systemd-analyze", "systemd");
        String unit = found(UNIT).findFirst().orElseThrow();
        Path file =
                Files.writeString(folder.resolve("nodesonde.service"), unit.replace("/usr/bin/java", JAVA.toString()));

        analyze.passes(List.of("verify", "--man=no"), List.of(file));
        analyze.passes(List.of("security", "--offline=yes", "--no-pager", "--threshold=25"), List.of(file));
    }

    private static List<String> values() throws IOException {
        List<String> values = found(VALUES).map(String::stripIndent).toList();
        assertThat(values).hasSizeGreaterThanOrEqualTo(5);
        return values;
    }

    private static Stream<String> found(Pattern block) throws IOException {
        return block.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1));
    }
}

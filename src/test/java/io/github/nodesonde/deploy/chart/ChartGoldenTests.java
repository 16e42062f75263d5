package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Compares whole manifests, so that no change of them goes unseen. */
class ChartGoldenTests {

    private static final Path RESOURCES = Path.of("src/test/resources/deploy/chart");
    private static final boolean WRITE = "write".equals(System.getProperty("nodesonde.docs"));

    @Test
    void defaultsRenderAsBefore() throws IOException {
        assertGolden("default-manifests.yaml", Chart.rendered(""));
    }

    @Test
    void nearlyEverythingRendersAsBefore() throws IOException {
        assertGolden("full-manifests.yaml", Chart.rendered(Chart.FULL_VALUES));
    }

    @Test
    void everythingForThePrometheusOperatorRendersAsBefore() throws IOException {
        assertGolden("monitoring-manifests.yaml", Chart.rendered(RESOURCES.resolve("monitoring-values.yaml")));
    }

    private static void assertGolden(String name, Manifests manifests) throws IOException {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        String rendered = new Yaml(options).dumpAll(List.copyOf(manifests.all()).iterator());
        Path golden = RESOURCES.resolve(name);
        if (WRITE) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered)
                .as("%s; to write it anew: ./mvnw test -Dtest=ChartGoldenTests -Dnodesonde.docs=write", golden)
                .isEqualTo(Files.readString(golden));
    }
}

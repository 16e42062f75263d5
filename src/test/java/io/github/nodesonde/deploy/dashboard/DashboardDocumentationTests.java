package io.github.nodesonde.deploy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the dashboards that are shipped to their source. */
class DashboardDocumentationTests {

    private static final Path FOLDER = Path.of("deploy/grafana/dashboards");
    private static final boolean WRITE = "write".equals(System.getProperty("nodesonde.docs"));

    @ParameterizedTest
    @MethodSource("dashboards")
    void fileIsWhatTheSourceSays(Dashboard dashboard) throws IOException {
        Path file = FOLDER.resolve(fileName(dashboard));
        if (WRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, dashboard.json());
        }

        assertThat(file)
                .as("to write it anew: ./mvnw test -Dtest='*DocumentationTests' -Dnodesonde.docs=write")
                .content()
                .isEqualTo(dashboard.json());
    }

    @Test
    void everyFileHasItsSource() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(dashboards()
                            .map(DashboardDocumentationTests::fileName)
                            .toList());
        }
    }

    private static Stream<Dashboard> dashboards() {
        return Dashboard.all().stream();
    }

    private static String fileName(Dashboard dashboard) {
        return dashboard.uid() + ".json";
    }
}

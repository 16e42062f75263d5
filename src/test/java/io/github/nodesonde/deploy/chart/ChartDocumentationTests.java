package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.documentation.GeneratedPart;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table in the chart's README to the comments in its values. */
class ChartDocumentationTests {

    @Test
    void valuesAreDocumented() throws IOException {
        DocumentedValues documented = DocumentedValues.of(Chart.FOLDER.resolve("values.yaml"));

        assertThat(documented.undocumented()).isEmpty();
        new GeneratedPart(Chart.FOLDER.resolve("README.md"), "values")
                .isToSay("| value | type | default | is |\n|---|---|---|---|\n"
                        + documented.values().stream()
                                .map(DocumentedValues.Value::row)
                                .collect(Collectors.joining("\n")));
    }
}

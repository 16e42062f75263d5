package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            nod,      node
            ndoe,     -
            networks, network
            netwrk,   network
            label,    labels
            x,        -
            something-else, -
            """)
    void isWhatTakesTheFewestChanges(String given, String nearest) {
        assertThat(Nearest.to(given, Stream.of("node", "network", "labels")).orElse("-"))
                .isEqualTo(nearest == null ? "-" : nearest);
    }

    @Test
    void ofTwoEquallyNearTheFirstByNameIsTaken() {
        assertThat(Nearest.to("node-3", Stream.of("node-2", "node-1"))).hasValue("node-1");
    }

    @Test
    void giantIsNotMeasured() {
        assertThat(Nearest.to("a".repeat(100_000), Stream.of("a".repeat(99_999))))
                .isEmpty();
    }
}

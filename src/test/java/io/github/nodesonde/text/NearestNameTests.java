package io.github.nodesonde.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    private static final List<String> NAMES = List.of("id", "interval", "labels", "network", "timeout", "type", "url");

    @ParameterizedTest
    @CsvSource({
        "intervall, interval",
        "INTERVAL, interval",
        "lables, labels",
        "netwrok, network",
        "time-out, timeout",
        "tpye, type",
        "uri, url",
        "ID, id"
    })
    void slipNamesWhatWasMeant(String written, String meant) {
        assertThat(NearestName.of(written, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "''", "staking", "ab"})
    void anythingElseNamesNothing(String written) {
        assertThat(NearestName.of(written, NAMES)).isEmpty();
    }

    @Test
    void amongEquallyNearNamesTheFirstByAlphabetIsTaken() {
        assertThat(NearestName.of("cat", List.of("rat", "bat"))).contains("bat");
    }

    @Test
    void longTextIsNoSlip() {
        assertThat(NearestName.of("u".repeat(1000), List.of("u".repeat(999)))).isEmpty();
    }

    @Test
    void hintIsASentenceOrNothing() {
        assertThat(NearestName.hint("netwrok", NAMES)).isEqualTo(" The nearest is 'network'.");
        assertThat(NearestName.hint("colour", NAMES)).isEmpty();
    }
}

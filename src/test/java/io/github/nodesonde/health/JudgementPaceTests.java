package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Fleet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementPaceTests {

    private final JudgementPace pace = new JudgementPace();

    @Test
    void atFirstJudgingIsTakenForCheap() {
        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @CsvSource({"1, 250", "3, 300", "6, 600", "8, 750", "5000, 750"})
    void costlyJudgingIsDoneLessOften(long tookMillis, long pauseMillis) {
        pace.took(Duration.ofMillis(tookMillis));

        assertThat(pace.pause()).isEqualTo(Duration.ofMillis(pauseMillis));
    }

    @Test
    void onlyInALargeFleetAJudgementMayStand() {
        assertThat(pace.renewAfter(Fleet.EMPTY)).isZero();
        assertThat(pace.renewAfter(fleet(500))).isZero();
        assertThat(pace.renewAfter(fleet(501))).isEqualTo(Duration.ofSeconds(20));
    }

    private static Fleet fleet(int nodes) {
        var network = Watched.network("n");
        return new Fleet(
                List.of(network),
                IntStream.range(0, nodes)
                        .mapToObj(i -> Watched.node("n" + i, network))
                        .toList());
    }
}

package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CadenceTests {

    private static final Duration CONFIRM = Duration.ofSeconds(2);

    /** An interval of 15 s, of which 5 s go by before the second round. */
    private final Cadence cadence = new Cadence(Duration.ofSeconds(15), Duration.ofSeconds(5));

    @Test
    void secondRoundComesAfterTheJitterAndThenOneEachInterval() {
        assertThat(next(100, 101, false)).isEqualTo(105);
        assertThat(next(105, 106, false)).isEqualTo(120);
        assertThat(next(120, 134.9, false)).isEqualTo(135);
    }

    @Test
    void firstFailedRoundIsConfirmedSoonOnce() {
        assertThat(next(100, 106, true)).isEqualTo(108);
        assertThat(next(108, 114, true)).isEqualTo(120);
        assertThat(next(120, 126, true)).isEqualTo(135);
        assertThat(next(135, 136, false)).isEqualTo(150);
        assertThat(next(150, 156, true)).isEqualTo(158);
    }

    @Test
    void missedRoundsAreLeftOut() {
        assertThat(next(100, 101, false)).isEqualTo(105);
        assertThat(next(105, 151, false)).isEqualTo(165);
    }

    @Test
    void roundOutOfTurnMovesTheOthers() {
        assertThat(next(100, 101, false)).isEqualTo(105);
        assertThat(cadence.next(nanos(110), nanos(111), true, false, CONFIRM)).isEqualTo(nanos(125));
        assertThat(next(125, 126, false)).isEqualTo(140);
    }

    @Property
    void nextRoundIsNeverPastAndNeverMoreThanAnIntervalAway(
            @ForAll @IntRange(min = 1, max = 60_000) int interval,
            @ForAll @IntRange(min = 1, max = 60_000) int jitter,
            @ForAll @IntRange(max = 200_000) int took,
            @ForAll boolean outOfTurn) {
        Duration every = Duration.ofMillis(interval);
        Duration spread = Duration.ofMillis(Math.min(jitter, interval));
        long ended = Duration.ofMillis(took).toNanos();
        long next = new Cadence(every, spread).next(0, ended, outOfTurn, false, CONFIRM);

        assertThat(next).isBetween(ended, ended + every.toNanos());
    }

    private double next(double started, double ended, boolean failed) {
        return cadence.next(nanos(started), nanos(ended), false, failed, CONFIRM) / 1e9;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}

package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
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

    @Test
    void nodeThatNeverAnswersIsAskedEverySecondIntervalUntilItDoes() {
        assertThat(next(0, 6, true)).isEqualTo(8);
        assertThat(next(8, 14, true)).isEqualTo(20);
        for (int at = 20; at < 155; at += 15) {
            assertThat(next(at, at + 6, true)).isEqualTo(at + 15);
        }
        assertThat(next(155, 161, true)).isEqualTo(185);
        assertThat(next(185, 191, true)).isEqualTo(215);
        assertThat(next(215, 216, false)).isEqualTo(230);
        assertThat(next(230, 236, true)).isEqualTo(238);
        assertThat(next(238, 244, true)).isEqualTo(245);
    }

    @Test
    void deadNodeThatIsAskedOutOfTurnIsAskedTwoIntervalsLater() {
        Cadence dead = givenUp();
        assertThat(dead.next(nanos(1000), nanos(1006), true, true, CONFIRM)).isEqualTo(nanos(1030));
        assertThat(dead.next(nanos(1007), nanos(1008), true, false, CONFIRM)).isEqualTo(nanos(1022));
    }

    /** Where a round may take longer than the interval. */
    @Property
    void deadNodeIsAskedAgainWithinTwoIntervalsOrOneAfterALongRound(
            @ForAll @IntRange(min = 1, max = 60_000) int millisLate,
            @ForAll @IntRange(max = 200_000) int millisTaken,
            @ForAll boolean outOfTurn) {
        long interval = nanos(15);
        long started = nanos(1000) + Duration.ofMillis(millisLate).toNanos();
        long ended = started + Duration.ofMillis(millisTaken).toNanos();

        long next = givenUp().next(started, ended, outOfTurn, true, CONFIRM);

        assertThat(next).isGreaterThan(Math.max(started + interval, ended));
        assertThat(next).isLessThanOrEqualTo(Math.max(started + 2 * interval, ended + interval));
    }

    /** After as many failed rounds as it takes. */
    private static Cadence givenUp() {
        var cadence = new Cadence(Duration.ofSeconds(15), Duration.ofSeconds(5));
        for (int round = 0; round < Cadence.DEAD_AFTER; round++) {
            long start = nanos(15.0 * round);
            assertThat(cadence.next(start, start + nanos(6), false, true, CONFIRM))
                    .isGreaterThan(start);
        }
        return cadence;
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

    /** Whenever they began, and though clocks may tell times below zero. */
    @Property
    void nodesOfOneIntervalAreAskedOnTheSameBeats(
            @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long started,
            @ForAll @IntRange(min = 1, max = 15_000) int jitter,
            @ForAll boolean outOfTurn) {
        var node = new Cadence(Duration.ofSeconds(15), Duration.ofMillis(jitter));

        long second = node.next(started, started + 1, outOfTurn, false, CONFIRM);
        long third = node.next(second, second + 1, false, false, CONFIRM);

        assertThat(Math.floorMod(second, nanos(0.1))).isZero();
        assertThat(third).isEqualTo(second + nanos(15));
    }

    private double next(double started, double ended, boolean failed) {
        return cadence.next(nanos(started), nanos(ended), false, failed, CONFIRM) / 1e9;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}

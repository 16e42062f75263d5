package io.github.nodesonde.observation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RoundTests {

    private static final Certificates CERTIFICATES =
            new Certificates(Optional.of(Observations.NOON.plusSeconds(9)), Optional.empty());

    /** Times of either sign of the epoch, to the nanosecond. */
    @Property
    void tellsWhatItWasMadeOf(
            @ForAll @LongRange(min = -9_000_000_000L, max = 9_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange int took) {
        Instant start = Instant.ofEpochSecond(second, nano);
        Instant end = start.plusNanos(took);
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("metrics", new Round.Outcome(Observations.answered(took), end, Duration.ofNanos(took)));
        outcomes.put("health", new Round.Outcome(Observations.FAILED, start, Duration.ZERO).over(CERTIFICATES));

        var round = new Round(start, end, outcomes);

        assertThat(round.startedAt()).isEqualTo(start);
        assertThat(round.endedAt()).isEqualTo(end);
        assertThat(round.outcomes().entrySet()).containsExactlyElementsOf(outcomes.entrySet());
        assertThat(round)
                .isEqualTo(new Round(start, end, new LinkedHashMap<>(outcomes)))
                .hasSameHashCodeAs(new Round(start, end, new LinkedHashMap<>(outcomes)))
                .isNotEqualTo(new Round(start, end.plusNanos(1), outcomes))
                .isNotEqualTo(new Round(start, end, new LinkedHashMap<>()));
    }

    @Test
    void oneWithAnAnswerHasAnsweredAndOneWithFailuresAloneHasFailed() {
        var skipped = new ProbeResult.Skipped("no such endpoint");

        assertThat(round(Observations.answered(1), Observations.FAILED))
                .returns(true, Round::answered)
                .returns(false, Round::failed);
        assertThat(round(skipped, Observations.FAILED))
                .returns(false, Round::answered)
                .returns(true, Round::failed);
        assertThat(round(skipped)).returns(false, Round::answered).returns(false, Round::failed);
        assertThat(round()).returns(false, Round::answered).returns(false, Round::failed);
    }

    @Test
    void remembersWhatCameOfOtherProbesThanInTheRoundBefore() {
        Round before = round(Observations.FAILED);
        Round now = round(Observations.answered(1), Observations.FAILED, new ProbeResult.Skipped("none"));

        Round kept = now.remembered(Optional.of(before.remembered(Optional.empty())));

        assertThat(kept.outcomes().keySet()).containsExactly("0", "1", "2");
        assertThat(requireNonNull(kept.outcomes().get("0")).result())
                .isEqualTo(new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty()));
        assertThat(requireNonNull(kept.outcomes().get("1")).result()).isEqualTo(Observations.FAILED);
    }

    @Test
    void timeThatNoClockShowsIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Round(Instant.MAX, Instant.MAX, new LinkedHashMap<>()));
    }

    private static Round round(ProbeResult... results) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        for (ProbeResult result : results) {
            outcomes.put(
                    String.valueOf(outcomes.size()),
                    new Round.Outcome(result, Observations.NOON, Duration.ofMillis(5)));
        }
        return new Round(Observations.NOON, Observations.NOON, outcomes);
    }
}

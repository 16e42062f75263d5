package io.github.nodesonde.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.observation.FlapWatch.Told;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlapWatchTests {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final FlapWatch<String> watch = new FlapWatch<>();

    @Test
    void fewChangesAreToldEach() {
        assertThat(changes(6, SECOND)).hasSize(6).containsOnly(new Told.Change());
    }

    @Test
    void oneMoreIsFlapping() {
        changes(6, SECOND);

        assertThat(changes(1, SECOND)).containsExactly(new Told.Flaps(7, Duration.ofMinutes(10)));
    }

    @Test
    void changesThatAreFarApartAreToldForEver() {
        assertThat(changes(100, Duration.ofMinutes(2))).hasSize(100).containsOnly(new Told.Change());
    }

    @Test
    void whileItFlapsOneLineAMinuteCountsTheChanges() {
        changes(7, SECOND);

        assertThat(changes(180, SECOND))
                .containsExactly(new Told.StillFlaps(60), new Told.StillFlaps(60), new Told.StillFlaps(60));
    }

    @Test
    void fiveMinutesWithoutAChangeAreSteadyOnceAndThenAllIsNew() {
        changes(8, SECOND);
        clock.advance(MINUTE.multipliedBy(5).minus(SECOND.multipliedBy(2)));
        assertThat(isSteadyAgain()).isFalse();
        clock.advance(SECOND);

        assertThat(isSteadyAgain()).isTrue();
        assertThat(isSteadyAgain()).isFalse();
        assertThat(changes(1, SECOND)).containsExactly(new Told.Change());
    }

    @Test
    void whatChangedLongAgoIsForgottenThoughNothingElseChanges() {
        changes(1, SECOND);
        assertThat(watch.size()).isOne();
        clock.advance(MINUTE.multipliedBy(11));

        assertThat(watch.isSteadyAgain("another", clock.instant())).isFalse();
        assertThat(watch.size()).isZero();
    }

    @Test
    void clockThatIsSetBackKeepsNothingForEver() {
        clock.advance(Duration.ofDays(1));
        changes(1, SECOND);
        clock.advance(Duration.ofDays(-1));

        assertThat(watch.isSteadyAgain("another", clock.instant())).isFalse();
        assertThat(watch.size()).isZero();
    }

    @Test
    void whatNeverFlappedIsNotSaidToBeSteadyAgain() {
        changes(6, SECOND);
        clock.advance(MINUTE.multipliedBy(6));

        assertThat(isSteadyAgain()).isFalse();
        assertThat(watch.isSteadyAgain("never changed", clock.instant())).isFalse();
    }

    @Test
    void eachIsWatchedForItself() {
        changes(20, SECOND);

        assertThat(watch.changed("other", clock.instant())).contains(new Told.Change());
    }

    @Test
    void clockThatIsSetBackSilencesNothing() {
        changes(20, SECOND);
        clock.advance(Duration.ofHours(-1));

        assertThat(changes(1, SECOND)).containsExactly(new Told.Change());
    }

    private List<Told> changes(int count, Duration apart) {
        var told = new ArrayList<Told>();
        for (int i = 0; i < count; i++) {
            Optional<Told> line = watch.changed("it", clock.instant());
            line.ifPresent(told::add);
            clock.advance(apart);
        }
        return told;
    }

    private boolean isSteadyAgain() {
        return watch.isSteadyAgain("it", clock.instant());
    }
}

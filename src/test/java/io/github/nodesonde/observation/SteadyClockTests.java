package io.github.nodesonde.observation;

import static io.github.nodesonde.observation.Observations.NOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log and its clock while somebody sets the time of day. */
class SteadyClockTests {

    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final HandSetClock wall = new HandSetClock(NOON);
    private final AtomicLong nanos = new AtomicLong(-7);
    private final Clock clock = new SteadyClock(wall, nanos::get);
    private final ObservationLog log = new ObservationLog();
    private final Node node = Observations.node("a", INTERVAL);

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT1.5S", "PT-1.5S", "PT8760H", "PT-8760H"})
    void whatWasSeenBeforeTheClockWasSetIsNoOlderAfterwards(Duration step) {
        log.watch(node, List.of("health", "metrics"));
        log.append(node, round(clock.instant(), clock.instant()));
        pass(INTERVAL);
        Instant second = clock.instant();
        pass(Duration.ofSeconds(1));
        log.append(node, round(second, clock.instant()));
        pass(Duration.ofSeconds(5));

        wall.advance(step);

        NodeSnapshot seen = seen();
        assertThat(seen.asOf()).isEqualTo(NOON.plusSeconds(21).plus(step));
        assertThat(seen.isHeard()).isTrue();
        assertThat(seen.answeredAt()).contains(seen.asOf().minusSeconds(5));
        assertThat(seen.rounds())
                .extracting(Round::startedAt)
                .containsExactly(seen.asOf().minusSeconds(6), seen.asOf().minusSeconds(21));
        assertThat(seen.rounds())
                .extracting(Round::endedAt)
                .containsExactly(seen.asOf().minusSeconds(5), seen.asOf().minusSeconds(21));
        assertThat(requireNonNull(seen.rounds().getFirst().outcomes().get("health"))
                        .at())
                .isEqualTo(seen.asOf().minusSeconds(5));
        pass(Duration.ofSeconds(40));
        assertThat(seen().isHeard()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(seen().isHeard()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void whatIsStaleStaysStale(Duration step) {
        log.watch(node, List.of("health"));
        log.append(node, round(NOON, NOON));
        pass(Duration.ofHours(1));
        assertThat(seen().isHeard()).isFalse();

        wall.advance(step);

        assertThat(seen().isHeard()).isFalse();
    }

    @Test
    void clockThatIsSlewedMovesNothing() {
        log.watch(node, List.of("health"));
        log.append(node, round(NOON, NOON));
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(250));
            wall.advance(Duration.ofMillis(50));
            assertThat(log.follow(clock)).isEmpty();
            assertThat(clock.instant()).isEqualTo(wall.instant());
        }

        assertThat(log.snapshot(node, clock.instant()).answeredAt()).contains(NOON);
    }

    @Test
    void untilAStepIsTakenUpTimeGoesOnAsItWent() {
        wall.advance(Duration.ofHours(-1));
        pass(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));

        assertThat(log.follow(clock)).contains(Duration.ofHours(-1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2).minus(Duration.ofHours(1)));
        assertThat(log.follow(clock)).isEmpty();
    }

    @Test
    void readingsThatLieFarApartMakeNoStep() {
        Clock interrupted = new SteadyClock(
                wall, () -> nanos.getAndAdd(Duration.ofMinutes(1).toNanos()));

        assertThat(log.follow(interrupted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void roundUnderWayIsDatedAsOneThatBeganBeforeTheStep(Duration step) {
        log.watch(node, List.of("health", "metrics"));
        Instant began = clock.instant();
        pass(Duration.ofSeconds(2));
        Instant answered = clock.instant();
        wall.advance(step);
        log.follow(clock);
        pass(Duration.ofSeconds(3));
        Instant now = clock.instant();
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("health", new Round.Outcome(Observations.answered(1), answered, Duration.ofSeconds(2)));
        outcomes.put("metrics", new Round.Outcome(Observations.answered(1), now, Duration.ofSeconds(3)));
        log.append(node, new Round(began, now, outcomes));

        NodeSnapshot seen = seen();
        assertThat(seen.rounds().getFirst().startedAt()).isEqualTo(now.minusSeconds(5));
        assertThat(seen.rounds().getFirst().endedAt()).isEqualTo(now);
        assertThat(seen.probes().values())
                .extracting(state -> state.answeredAt().orElseThrow())
                .containsExactly(now.minusSeconds(3), now);
        assertThat(seen.fresh()).hasSize(2);
    }

    @Test
    void roundsLongAfterTheStepAreTakenAsTold() {
        log.watch(node, List.of("health"));
        wall.advance(Duration.ofHours(-1));
        log.follow(clock);
        pass(Duration.ofMinutes(11));
        wall.advance(Duration.ofMillis(800));
        Instant now = clock.instant();
        log.append(node, round(now, now));

        assertThat(seen().answeredAt()).contains(now);
    }

    @Test
    void whatIsKnownOfNetworksIsDatedAnewToo() {
        var network = new Network(
                "net", "sample", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None());
        log.watch(node, List.of());
        log.watch(network, "stake", Duration.ofMinutes(1), List.of(node));
        log.append(
                network,
                "stake",
                Map.of(
                        Subject.of(network), outcome(NOON),
                        Subject.of(node), outcome(NOON)));
        pass(Duration.ofSeconds(5));
        Instant underWay = clock.instant();
        wall.advance(Duration.ofHours(1));

        NodeSnapshot seen = seen();
        assertThat(seen.fresh())
                .singleElement()
                .satisfies(state -> assertThat(state.answeredAt()).contains(NOON.plus(Duration.ofHours(1))));
        log.append(network, "stake", Map.of(Subject.of(network), outcome(underWay)));
        assertThat(requireNonNull(log.snapshot(network, new Fleet(List.of(network), List.of(node)), clock.instant())
                                .probes()
                                .get("stake"))
                        .answeredAt())
                .contains(underWay.plus(Duration.ofHours(1)));
    }

    @Test
    void snapshotHandedOutBeforeIsNotHandedOutAgain() {
        var network = new Network(
                "net", "sample", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None());
        var fleet = new Fleet(List.of(network), List.of(node));
        log.watch(node, List.of("health"));
        log.append(node, round(NOON, NOON));
        NodeSnapshot before = only(fleet);
        assertThat(only(fleet)).isSameAs(before);
        long changes = log.changes();

        wall.advance(Duration.ofSeconds(2));
        log.follow(clock);

        assertThat(log.changes()).isGreaterThan(changes);
        assertThat(only(fleet)).isNotSameAs(before);
        assertThat(only(fleet).answeredAt()).contains(NOON.plusSeconds(2));
    }

    @Test
    void otherClocksAreNotLookedAt() {
        log.watch(node, List.of("health"));
        log.append(node, round(NOON, NOON));
        wall.advance(Duration.ofHours(1));

        assertThat(log.follow(wall)).isEmpty();
        assertThat(log.snapshot(node, wall.instant()).answeredAt()).contains(NOON);
    }

    @Test
    void whoIsToldOfAStepStillReadsTheOldTime() {
        var steady = new SteadyClock(wall, nanos::get);
        var read = new ArrayList<Instant>();
        wall.advance(Duration.ofHours(1));

        steady.takeUpStep(_ -> read.add(steady.instant()));

        assertThat(read).containsExactly(NOON);
        assertThat(steady.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    private NodeSnapshot only(Fleet fleet) {
        return log.snapshot(fleet, clock.instant(), Duration.ofMinutes(1))
                .networks()
                .getFirst()
                .nodes()
                .getFirst();
    }

    private NodeSnapshot seen() {
        log.follow(clock);
        return log.snapshot(node, clock.instant());
    }

    private void pass(Duration time) {
        wall.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private static Round round(Instant startedAt, Instant endedAt) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("health", outcome(endedAt));
        return new Round(startedAt, endedAt, outcomes);
    }

    private static Round.Outcome outcome(Instant at) {
        return new Round.Outcome(Observations.answered(1), at, Duration.ZERO);
    }
}

package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkRoundsTests {

    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final long SECOND = 1_000_000_000L;

    private Optional<RoundFailure> failure = Optional.empty();
    private final NetworkRounds rounds = rounds();

    @Test
    void oneRoundAnInterval() throws InterruptedException {
        rounds.run();

        assertThat(rounds.next(0, 2 * SECOND, false)).isEqualTo(60 * SECOND);
    }

    @Test
    void roundThatTookTooLongIsFollowedAWholeIntervalLater() throws InterruptedException {
        rounds.run();

        assertThat(rounds.next(0, 61 * SECOND, false)).isEqualTo(121 * SECOND);
    }

    @Test
    void failureAloneChangesNothing() throws InterruptedException {
        failure = Optional.of(new RoundFailure(Reason.UNREACHABLE, "connection refused"));
        rounds.run();

        assertThat(rounds.next(0, 2 * SECOND, false)).isEqualTo(60 * SECOND);
    }

    @Test
    void afterRateLimitsRoundsComeLaterAndLaterUntilOneSucceeds() throws InterruptedException {
        failure = Optional.of(RoundFailure.rateLimited("HTTP status 429", Optional.empty()));
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(120 * SECOND);
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(240 * SECOND);
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(480 * SECOND);
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(480 * SECOND);

        failure = Optional.empty();
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(60 * SECOND);
    }

    @Test
    void otherSideMayAskForMoreTimeUpToAnHour() throws InterruptedException {
        failure = Optional.of(RoundFailure.rateLimited("HTTP status 429", Optional.of(Duration.ofMinutes(10))));
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(601 * SECOND);

        failure = Optional.of(RoundFailure.rateLimited("HTTP status 429", Optional.of(Duration.ofDays(10))));
        rounds.run();
        assertThat(rounds.next(0, SECOND, false)).isEqualTo(3_601 * SECOND);
    }

    private NetworkRounds rounds() {
        var log = new ObservationLog();
        var runner = new NetworkRoundRunner(
                (_, _, _) -> Samples.reply("{}"), log, new NetworkFailureLog(), Clock.systemUTC());
        var network = AskedNetworks.network("net");
        return new NetworkRounds(
                new NetworkTask(
                        network,
                        "sample",
                        AskedNetworks.inquiry(INTERVAL, _ -> true, (_, _) -> {
                            if (failure.isPresent()) {
                                throw failure.get();
                            }
                            return Map.of();
                        }),
                        List.of()),
                runner);
    }
}

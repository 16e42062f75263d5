package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.NOON;
import static io.github.nodesonde.probe.Samples.answered;
import static io.github.nodesonde.probe.Samples.node;
import static io.github.nodesonde.probe.Samples.unasked;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.testing.LogCapture;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureLogTests {

    private static final ProbeResult FAILED = new ProbeResult.Failed(Reason.TIMED_OUT, "no answer within 6 s");

    private final LogCapture logged = new LogCapture(FailureLog.class);
    private Instant now = NOON;
    private NodeSnapshot seen = unasked(node("lean-0"));

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void failureIsLoggedWhenItStartsAndWhenItEnds() {
        var log = new FailureLog(new NodeLog(List.of(_ -> Map.of("height", 94L))));
        List.of(answered(), FAILED, FAILED, FAILED, answered(), answered()).forEach(result -> round(log, result));

        assertThat(logged.events())
                .extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Level.WARN, "lean-0 does not answer health: no answer within 6 s"),
                        org.assertj.core.groups.Tuple.tuple(Level.INFO, "lean-0 answers health again"));
        assertThat(logged.events())
                .extracting(LogCapture::fields)
                .containsOnly(Map.of(
                        "node", "lean-0",
                        "network", "net",
                        "probe", "health",
                        "reason", "timed-out",
                        "peer_id", "lean-0",
                        "height", 94L));
    }

    @Test
    void failureOfTheVeryFirstRoundIsLogged() {
        round(new FailureLog(new NodeLog(List.of())), FAILED);

        assertThat(logged.events()).hasSize(1);
    }

    @Test
    void skipEndsFailure() {
        var log = new FailureLog(new NodeLog(List.of()));
        round(log, FAILED);
        round(log, new ProbeResult.Skipped("offers none"));

        assertThat(logged.events()).hasSize(2);
    }

    @Test
    void failureThatComesAndGoesIsToldSixTimesAndThenOnceAMinute() {
        var log = new FailureLog(new NodeLog(List.of()));
        for (int i = 0; i < 40; i++) {
            round(log, FAILED);
            round(log, answered());
        }
        for (int i = 0; i < 400; i++) {
            round(log, answered());
        }

        assertThat(logged.events())
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(9)
                .startsWith("lean-0 does not answer health: no answer within 6 s", "lean-0 answers health again")
                .endsWith(
                        "lean-0 now answers health and now does not, 7 changes within 10 minutes: no answer within 6 s",
                        "lean-0 still now answers health and now does not, 60 more changes: no answer within 6 s",
                        "lean-0 answers health steadily again");
        assertThat(logged.events().subList(6, 8))
                .extracting(ILoggingEvent::getLevel)
                .containsOnly(Level.WARN);
        assertThat(LogCapture.fields(logged.events().get(7)))
                .containsEntry("probe", "health")
                .containsEntry("reason", "timed-out");
        assertThat(LogCapture.fields(logged.events().getLast())).doesNotContainKey("reason");
    }

    @Test
    void failureThatStaysInTheEndIsToldToStay() {
        var log = new FailureLog(new NodeLog(List.of()));
        for (int i = 0; i < 4; i++) {
            round(log, FAILED);
            round(log, answered());
        }
        for (int i = 0; i < 400; i++) {
            round(log, FAILED);
        }

        assertThat(logged.events())
                .hasSize(8)
                .last()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("lean-0 no longer answers health at all: no answer within 6 s");
    }

    /** One second after the one before. */
    private void round(FailureLog log, ProbeResult result) {
        now = now.plusSeconds(1);
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("health", new Round.Outcome(result, now, Duration.ZERO));
        NodeSnapshot before = seen;
        seen = before.with("health", outcomes.get("health"));
        log.compare(before, new Round(now, now, outcomes), seen);
    }
}

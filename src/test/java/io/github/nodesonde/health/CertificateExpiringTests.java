package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Certificates;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateExpiringTests {

    private static final Instant FAR = Watched.START.plus(Duration.ofDays(90));
    private static final Instant IN_TEN_DAYS = Instant.parse("2026-01-11T00:00:00Z");
    private static final Instant IN_FIVE_DAYS = Instant.parse("2026-01-06T12:00:00Z");
    private static final ProbeResult GONE = Watched.failed(Reason.UNREACHABLE, "connection refused");

    private final Watched watched = new Watched();
    private final Network network = watched.add(Watched.network("n"));
    private final Node node = watched.add(Watched.node("n0", network));

    @Test
    void withoutTlsNothingExpires() {
        watched.round(node, 0, ANSWERED);

        assertThat(judged(1)).isEmpty();
    }

    @Test
    void certificatesThatLastAreNotTold() {
        round(0, ANSWERED, ofNode(FAR));

        assertThat(judged(1)).isEmpty();
    }

    @Test
    void certificateIsToldFromFourteenDaysBeforeItsEnd() {
        Instant end = at(20).plus(Duration.ofDays(14));
        round(15, ANSWERED, ofNode(end));

        assertThat(judged(20)).isEmpty();
        assertThat(judged(21)).hasValueSatisfying(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.DEGRADED);
            assertThat(finding.because()).isEqualTo("the node's TLS certificate ends on 2026-01-15");
            assertThat(finding.observed()).contains(14 * 86_400 - 1.0);
            assertThat(finding.threshold()).contains(14 * 86_400.0);
        });
    }

    @Test
    void theOneThatEndsFirstIsNamed() {
        round(0, ANSWERED, new Certificates(Optional.of(IN_TEN_DAYS), Optional.of(IN_FIVE_DAYS)));

        assertThat(judged(1).map(Finding::because)).contains("our client certificate ends on 2026-01-06");
    }

    @Test
    void endedCertificateIsSaidToHaveEnded() {
        round(0, ANSWERED, ofNode(Watched.START.minusSeconds(86_400)));

        assertThat(judged(1).map(Finding::because)).contains("the node's TLS certificate ended on 2025-12-31");
    }

    @Test
    void replyThatIsNoAnswerTellsOfCertificatesToo() {
        round(0, Watched.failed(Reason.REFUSED, "HTTP status 500"), ofNode(IN_TEN_DAYS));

        assertThat(judged(1)).isPresent();
    }

    @Test
    void roundWithoutConnectionKeepsWhatWasKnownUntilItIsTooOld() {
        round(0, ANSWERED, ofNode(IN_TEN_DAYS));
        watched.round(node, 15, GONE);

        assertThat(judged(16)).isPresent();
        assertThat(judged(46)).isEmpty();
    }

    @Test
    void renewedCertificateEndsTheFinding() {
        round(0, ANSWERED, ofNode(IN_TEN_DAYS));
        round(15, ANSWERED, ofNode(FAR));

        assertThat(judged(16)).isEmpty();
    }

    @Test
    void networkMaySayHowSoon() {
        var late = new Network(
                "n",
                "kind",
                false,
                Optional.empty(),
                0,
                2,
                network.confirmAfter(),
                Duration.ofDays(7),
                network.settings());
        round(0, ANSWERED, ofNode(IN_TEN_DAYS));

        assertThat(judged(1, late)).isEmpty();
    }

    private static Certificates ofNode(Instant end) {
        return new Certificates(Optional.of(end), Optional.empty());
    }

    private void round(long second, ProbeResult result, Certificates certificates) {
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        outcomes.put("a", new Round.Outcome(result, at(second), Duration.ZERO).over(certificates));
        watched.log.append(node, new Round(at(second), at(second), outcomes));
    }

    private Optional<Finding> judged(long second) {
        return judged(second, network);
    }

    private Optional<Finding> judged(long second, Network by) {
        var view = new NetworkView(Optional.empty(), Map.of(), List.of(), new LinkedHashMap<>(), List.of());
        return new CertificateExpiring().judge(watched.seen(node, second), by, view, Optional.empty());
    }
}

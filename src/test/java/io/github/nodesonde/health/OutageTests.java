package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.SKIPPED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutageTests {

    private static final ProbeResult TIMED_OUT = failed(Reason.TIMED_OUT, "no answer within 6 s");

    private final Watched watched = new Watched();
    private final Network network = watched.add(Watched.network("n"));
    private final Node node = watched.add(Watched.node("a", network));

    @Test
    void nodeThatWasNeverAskedIsInNone() {
        assertThat(outage().isUnderWay()).isFalse();
        assertThat(outage().isConfirmed(network)).isFalse();
        assertThat(outage().beganAt()).isEmpty();
    }

    @Test
    void failedRoundsInARowMakeIt() {
        watched.round(node, 0, ANSWERED);
        watched.round(node, 15, TIMED_OUT);
        assertThat(outage().isUnderWay()).isTrue();
        assertThat(outage().isConfirmed(network)).isFalse();

        watched.round(node, 17, TIMED_OUT);
        assertThat(outage().isConfirmed(network)).isTrue();
        assertThat(outage().beganAt()).contains(at(15));
    }

    @Test
    void oneAnswerEndsIt() {
        watched.round(node, 0, TIMED_OUT);
        watched.round(node, 2, TIMED_OUT);
        watched.round(node, 17, TIMED_OUT, ANSWERED);

        assertThat(outage().isUnderWay()).isFalse();
    }

    @Test
    void skippedProbeBesideAFailedOneIsNoAnswer() {
        watched.round(node, 0, TIMED_OUT, SKIPPED);

        assertThat(outage().isUnderWay()).isTrue();
    }

    @Test
    void roundsThatSayNothingArePassedOver() {
        watched.round(node, 0, TIMED_OUT);
        watched.round(node, 2, SKIPPED);
        watched.round(node, 4, Map.of());
        assertThat(outage().failed()).hasSize(1);

        watched.round(node, 17, TIMED_OUT);
        assertThat(outage().isConfirmed(network)).isTrue();
        assertThat(outage().beganAt()).contains(at(0));
    }

    @Test
    void roundsThatFailedThroughTheGatewayAloneNeitherCountNorEndIt() {
        ProbeResult ours = failed(Reason.INTERNAL, "no file descriptor left");
        for (int second = 0; second < 5; second++) {
            watched.round(node, second, ours, ours);
        }
        assertThat(outage().isUnderWay()).isTrue();
        assertThat(outage().isConfirmed(network)).isFalse();
        assertThat(outage().newestCountedFailure()).isEmpty();

        watched.round(node, 10, TIMED_OUT, ours);
        watched.round(node, 12, ours, ours);
        assertThat(outage().isConfirmed(network)).isFalse();
        watched.round(node, 14, TIMED_OUT);
        watched.round(node, 16, ours);
        assertThat(outage().isConfirmed(network)).isTrue();
        assertThat(outage().newestCountedFailure()).contains((ProbeResult.Failed) TIMED_OUT);
        assertThat(outage().newestFailure()).contains((ProbeResult.Failed) ours);
    }

    @Test
    void roundsThatSayNothingMakeNone() {
        watched.round(node, 0, SKIPPED);
        watched.round(node, 15, Map.of());

        assertThat(outage().isUnderWay()).isFalse();
    }

    @Test
    void failingFromTheFirstRoundBeganWithIt() {
        watched.round(node, 1, TIMED_OUT);
        watched.round(node, 3, TIMED_OUT);

        assertThat(outage().beganAt()).contains(at(1));
    }

    @Test
    void whenTheBeginningIsForgottenTheLastAnswerTells() {
        watched.round(node, 0, ANSWERED);
        failForLong();

        assertThat(outage().beganAt()).contains(at(15));
    }

    @Test
    void whenTheBeginningIsForgottenAndThereWasNoAnswerNothingTells() {
        failForLong();

        assertThat(outage().isUnderWay()).isTrue();
        assertThat(outage().beganAt()).isEmpty();
    }

    @Test
    void newestFailureIsTheOneThatTheNewestFailedRoundBeganWith() {
        watched.round(node, 0, TIMED_OUT);
        watched.round(node, 2, failed(Reason.MALFORMED, "no JSON"), failed(Reason.UNREACHABLE, "not asked"));

        assertThat(outage().newestFailure()).contains(new ProbeResult.Failed(Reason.MALFORMED, "no JSON"));
    }

    @Test
    void isBecauseOfReasonsWhenEveryFailureOfTheNewestFailedRoundIs() {
        watched.round(node, 0, failed(Reason.REFUSED, ""));
        watched.round(node, 2, TIMED_OUT, failed(Reason.UNREACHABLE, ""));
        assertThat(outage().isBecauseOf(List.of(Reason.TIMED_OUT, Reason.UNREACHABLE)))
                .isTrue();

        watched.round(node, 17, TIMED_OUT, failed(Reason.REFUSED, ""));
        assertThat(outage().isBecauseOf(List.of(Reason.TIMED_OUT, Reason.UNREACHABLE)))
                .isFalse();
    }

    private void failForLong() {
        for (int round = 1; round <= ObservationLog.ROUNDS_KEPT; round++) {
            watched.round(node, 15L * round, TIMED_OUT);
        }
    }

    private Outage outage() {
        return Outage.of(watched.seen(node, 1000));
    }
}

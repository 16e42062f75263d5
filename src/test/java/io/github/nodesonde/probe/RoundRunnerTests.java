package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.NOON;
import static io.github.nodesonde.probe.Samples.answered;
import static io.github.nodesonde.probe.Samples.node;
import static io.github.nodesonde.probe.Samples.probe;
import static io.github.nodesonde.probe.Samples.reply;
import static io.github.nodesonde.probe.Samples.to;
import static io.github.nodesonde.probe.Samples.unasked;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.testing.HandSetClock;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundRunnerTests {

    private static final Duration FOUR_SECONDS = Duration.ofSeconds(4);
    private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

    private final HandSetClock clock = new HandSetClock(NOON);
    private final List<String> asked = new ArrayList<>();

    @Test
    void probesAreAskedInTurnWithoutTheSkippedOnes() throws Exception {
        Node node = node("a", FOUR_SECONDS, SIX_SECONDS, Set.of("b"), Credentials.NONE);
        Round round = round(node, answering(), probe("a"), probe("b"), probe("c"));

        assertThat(asked).containsExactly("/a", "/c");
        assertThat(round.outcomes()).containsOnlyKeys("a", "c");
        assertThat(round.answered()).isTrue();
    }

    @Test
    void laterProbeKnowsWhatEarlierOnesWereTold() throws Exception {
        NodeProbe.OfNode curious = probe(
                "b",
                seen -> seen.report("a", Told.class).map(told -> to(seen.node(), "/" + told.what())),
                _ -> answered());
        NodeProbe.OfNode first = probe(
                "a",
                seen -> Optional.of(to(seen.node(), "/a")),
                _ -> new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(new Told("secret-garden"))));
        round(node("a"), answering(), first, curious);

        assertThat(asked).containsExactly("/a", "/secret-garden");
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_CONNECTION", "CONNECT_TIMED_OUT"})
    void whereNoConnectionCanBeMadeTheOthersFailAlikeUnasked(NoReply.Why why) throws Exception {
        Round round = round(node("a"), failing(why), probe("a"), probe("b"), probe("c"));

        assertThat(asked).containsExactly("/a");
        assertThat(round.failed()).isTrue();
        assertThat(round.outcomes().values())
                .extracting(Round.Outcome::result)
                .hasSize(3)
                .containsOnly(new ProbeResult.Failed(
                        why == NoReply.Why.NO_CONNECTION ? Reason.UNREACHABLE : Reason.TIMED_OUT, "in words"));
        assertThat(requireNonNull(round.outcomes().get("b")).took()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "MALFORMED", "TOO_LARGE"})
    void otherFailureSaysNothingOfTheOthers(NoReply.Why why) throws Exception {
        round(node("a"), failing(why), probe("a"), probe("b"), probe("c"));

        assertThat(asked).containsExactly("/a", "/b", "/c");
    }

    @Test
    void roundEndsAfterTheLongerOfTimeoutAndInterval() throws Exception {
        List<Duration> deadlines = new ArrayList<>();
        Transport hanging = (_, _, deadline) -> {
            deadlines.add(deadline);
            clock.advance(deadline);
            throw new NoReply(NoReply.Why.TIMED_OUT, "no answer");
        };
        Round round =
                round(node("a", Duration.ofSeconds(10), SIX_SECONDS), hanging, probe("a"), probe("b"), probe("c"));

        assertThat(deadlines).containsExactly(SIX_SECONDS, FOUR_SECONDS);
        assertThat(round.endedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(round.outcomes().get("c"))
                .isEqualTo(new Round.Outcome(
                        new ProbeResult.Failed(Reason.TIMED_OUT, "not asked: the time of the round was up"),
                        NOON.plusSeconds(10),
                        Duration.ZERO));
    }

    @Test
    void clockThatIsSetNeitherShortensTheRoundNorLengthensWhatAnAnswerTook() throws Exception {
        List<Duration> deadlines = new ArrayList<>();
        Transport setting = (_, _, deadline) -> {
            deadlines.add(deadline);
            clock.advance(Duration.ofHours(1));
            return reply("{}", clock.instant());
        };
        var runner = new ProbeRunner(setting, clock, new NodeLog(List.of()), () -> 0);
        Round round = new RoundRunner(new NodeProbes(List.of(probe("a"), probe("b"))), runner, clock, () -> 0)
                .run(unasked(node("a")));

        assertThat(deadlines).containsExactly(SIX_SECONDS, SIX_SECONDS);
        assertThat(round.outcomes().values())
                .extracting(Round.Outcome::took)
                .containsExactly(Duration.ZERO, Duration.ZERO);
    }

    @Test
    void roundOfNothingNeitherAnsweredNorFailed() throws Exception {
        Round round = round(node("a"), answering());

        assertThat(round.answered()).isFalse();
        assertThat(round.failed()).isFalse();
    }

    private record Told(String what) {}

    private Round round(Node node, Transport transport, NodeProbe.OfNode... probes) throws InterruptedException {
        var runner = new ProbeRunner(transport, clock, new NodeLog(List.of()), clock::nanos);
        return new RoundRunner(new NodeProbes(List.of(probes)), runner, clock, clock::nanos).run(unasked(node));
    }

    private Transport answering() {
        return (question, _, _) -> {
            asked.add(question.urls().getFirst().getPath());
            return reply("{}", clock.instant());
        };
    }

    private Transport failing(NoReply.Why why) {
        return (question, _, _) -> {
            asked.add(question.urls().getFirst().getPath());
            throw new NoReply(why, "in words");
        };
    }
}

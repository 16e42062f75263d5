package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.node;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.testing.LogCapture;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkSchedulesTests {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Network network = AskedNetworks.network(Samples.NETWORK);
    private final Node concerned = node("concerned");
    private final Node other = node("other");
    private final ObservationLog log = new ObservationLog();
    private final List<List<Node>> asked = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private volatile AskedNetworks.Asking asking = (nodes, _) -> answers(nodes);
    private Duration interval = HOUR;
    private final NetworkSchedules schedules = schedules();

    @AfterEach
    void stop() {
        var ended = schedules.stop();
        schedules.interrupt();
        assertThat(ended).succeedsWithin(AMPLE);
        timer.shutdownNow();
    }

    @Test
    void roundIsAboutTheNodesItConcerns() {
        follow(concerned, other);

        await().atMost(AMPLE).until(() -> state(concerned).answer().isPresent());
        assertThat(asked).containsExactly(List.of(concerned));
        assertThat(seen(other).probes()).isEmpty();
        assertThat(log.snapshot(network, fleet(concerned), Clock.systemUTC().instant())
                        .probes())
                .containsOnlyKeys("whole");
    }

    @Test
    void nodeThatSkipsItIsLeftOut() {
        Node skipping = node("concerned-too", HOUR, AMPLE, Set.of("whole"), Credentials.NONE);
        follow(concerned, skipping);

        await().atMost(AMPLE).until(() -> asked.size() == 1);
        assertThat(asked.getFirst()).containsExactly(concerned);
    }

    @Test
    void answerOfTheNetworkIsNoSignOfLifeOfTheNode() {
        follow(concerned);
        await().atMost(AMPLE).until(() -> state(concerned).answer().isPresent());

        assertThat(seen(concerned).isHeard()).isFalse();
        assertThat(seen(concerned).answeredAt()).isEmpty();
        assertThat(seen(concerned).rounds()).isEmpty();
        assertThat(seen(concerned).fresh()).hasSize(1);
    }

    @Test
    void answerAgesByTheIntervalOfItsRounds() {
        follow(concerned);
        await().atMost(AMPLE).until(() -> state(concerned).answer().isPresent());
        Instant answered = state(concerned).answeredAt().orElseThrow();

        assertThat(log.snapshot(concerned, answered.plus(HOUR.multipliedBy(3))).fresh())
                .hasSize(1);
        assertThat(log.snapshot(concerned, answered.plus(HOUR.multipliedBy(3)).plusMillis(1))
                        .fresh())
                .isEmpty();
    }

    @Test
    void failedRoundCountsOnceForEachNodeItConcernsAndIsOneLine() {
        Node second = node("concerned-too");
        asking = (_, _) -> {
            throw new RoundFailure(Reason.REFUSED, "no http://user:secret@10.0.0.1/ today");
        };
        try (var lines = new LogCapture(NetworkFailureLog.class)) {
            follow(concerned, second, other);
            await().atMost(AMPLE)
                    .until(() -> state(second).newest().isPresent()
                            && !lines.events().isEmpty());

            assertThat(state(concerned).failures()).isEqualTo(Map.of(Reason.REFUSED, 1L));
            assertThat(state(second).failures()).isEqualTo(Map.of(Reason.REFUSED, 1L));
            assertThat(seen(other).probes()).isEmpty();
            assertThat(lines.events())
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("whole of net cannot be read: no (address) today");
        }
    }

    @Test
    void ownFaultIsAFailureToo() {
        asking = (_, _) -> {
            throw new IllegalStateException("bug");
        };
        try (var lines = new LogCapture(NetworkFailureLog.class)) {
            follow(concerned);
            await().atMost(AMPLE)
                    .until(() -> state(concerned).newest().isPresent()
                            && lines.events().size() == 2);
        }
        assertThat(state(concerned).newest().map(Round.Outcome::result))
                .contains(new ProbeResult.Failed(Reason.INTERNAL, "the gateway failed: IllegalStateException"));
    }

    @Test
    void questionThatLeadsElsewhereIsNotSent() {
        asking = (nodes, exchange) -> {
            try {
                var _ = exchange.ask(new Question.JsonRpc(URI.create("http://elsewhere.test/"), "{}"), AMPLE);
                return answers(nodes);
            } catch (NoReply e) {
                throw RoundFailure.of(e);
            }
        };
        follow(concerned);

        await().atMost(AMPLE).until(() -> state(concerned).newest().isPresent());
        assertThat(state(concerned).failures()).containsOnlyKeys(Reason.FORBIDDEN);
    }

    @Test
    void roundsFollowEachOtherAndNeverOverlap() {
        interval = Duration.ofMillis(20);
        follow(concerned);

        await().atMost(AMPLE).until(() -> asked.size() >= 5);
    }

    @Test
    void unchangedNetworkNoticesNothingOfAReload() {
        follow(concerned);
        await().atMost(AMPLE).until(() -> state(concerned).answer().isPresent());

        schedules.follow(new Fleet(List.of(network, AskedNetworks.network("new")), List.of(node("concerned"))), timer);
        await().atMost(AMPLE).until(() -> asked.size() == 2);

        assertThat(asked.getLast()).isEmpty();
        assertThat(state(concerned).answer()).isPresent();
    }

    @Test
    void addedNodeIsAskedAboutAtOnceAndTheOthersKeepWhatIsKnown() {
        follow(concerned);
        await().atMost(AMPLE).until(() -> state(concerned).answer().isPresent());
        Instant before = state(concerned).answeredAt().orElseThrow();
        var hold = new CountDownLatch(1);
        asking = (nodes, _) -> {
            hold.await();
            return answers(nodes);
        };

        Node added = node("concerned-too");
        follow(concerned, added);
        await().atMost(AMPLE).until(() -> asked.size() == 2);
        assertThat(state(concerned).answeredAt()).contains(before);
        assertThat(state(added).newest()).isEmpty();
        hold.countDown();
        await().atMost(AMPLE).until(() -> state(added).answer().isPresent());
    }

    @Test
    void removedNetworkIsBrokenOffAndForgotten() {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        asking = (_, _) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return Map.of();
        };
        follow(concerned);
        await().atMost(AMPLE).until(() -> begun.getCount() == 0);

        log.retain(Fleet.EMPTY);
        schedules.follow(Fleet.EMPTY, timer);

        await().atMost(AMPLE).until(() -> interrupted.getCount() == 0);
        assertThat(seen(concerned).probes()).isEmpty();
    }

    private Map<Subject, ProbeResult> answers(List<Node> nodes) {
        var answers = new HashMap<Subject, ProbeResult>();
        answers.put(Subject.of(network), Samples.answered());
        nodes.forEach(node -> answers.put(Subject.of(node), Samples.answered()));
        return answers;
    }

    private void follow(Node... nodes) {
        schedules.follow(fleet(nodes), timer);
    }

    private Fleet fleet(Node... nodes) {
        return new Fleet(List.of(network), List.of(nodes));
    }

    private NodeSnapshot seen(Node node) {
        return log.snapshot(node, Clock.systemUTC().instant());
    }

    private ProbeState state(Node node) {
        return requireNonNull(seen(node).probes().get("whole"));
    }

    private NetworkSchedules schedules() {
        var failures = new NetworkFailureLog();
        var probe = new NodeProbe.OfNetwork() {
            @Override
            public String type() {
                return Samples.TYPE;
            }

            @Override
            public String name() {
                return "whole";
            }

            @Override
            public Optional<NetworkInquiry> inquiry(Network of) {
                return Optional.of(AskedNetworks.inquiry(
                        interval, node -> node.id().value().startsWith("concerned"), (nodes, exchange) -> {
                            asked.add(nodes);
                            return asking.ask(nodes, exchange);
                        }));
            }
        };
        return new NetworkSchedules(
                new NetworkProbes(List.of(probe)),
                new NetworkRoundRunner((_, _, _) -> Samples.reply("{}"), log, failures, Clock.systemUTC()),
                failures);
    }
}

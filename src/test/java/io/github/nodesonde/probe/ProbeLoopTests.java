package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.fleet;
import static io.github.nodesonde.probe.Samples.node;
import static io.github.nodesonde.probe.Samples.probe;
import static io.github.nodesonde.probe.Samples.reply;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.testing.LogCapture;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import io.github.nodesonde.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeLoopTests {

    private static final Duration OFTEN = Duration.ofMillis(40);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final Nodes nodes = new Nodes();
    private final ObservationLog log = new ObservationLog();
    private volatile Fleet fleet = Fleet.EMPTY;
    private ProbeLoop loop = loop(64, probe("health"));

    @AfterEach
    void stop() {
        nodes.free.countDown();
        loop.stop();
    }

    @Test
    void everyNodeIsAskedAtOnce() {
        Node[] many = IntStream.range(0, 200)
                .mapToObj(i -> node("n" + i, HOUR, AMPLE))
                .toArray(Node[]::new);
        fleet = fleet(HOUR, many);
        loop.start();

        await().atMost(AMPLE).until(() -> nodes.asked.size() == 200);
    }

    @Test
    void nodeIsAskedAgainAndAgain() {
        Node node = node("a", OFTEN, AMPLE);
        fleet = fleet(HOUR, node);
        loop.start();

        await().atMost(AMPLE).until(() -> rounds(node) >= 5);
        assertThat(health(node).answer()).isPresent();
    }

    @Test
    void hangingNodeDoesNotDelayAnother() {
        Node hanging = node("hanging", OFTEN, AMPLE);
        Node other = node("other", OFTEN, AMPLE);
        nodes.hang("hanging");
        fleet = fleet(HOUR, hanging, other);
        loop.start();

        await().atMost(AMPLE).until(() -> rounds(other) >= 5);
        assertThat(nodes.asked("hanging")).isEqualTo(1);
        assertThat(rounds(hanging)).isZero();
    }

    @Test
    void nodeIsNeverAskedTwiceAtOnce() {
        Node node = node("a", OFTEN, AMPLE);
        fleet = fleet(HOUR, node);
        loop.start();
        List<CompletableFuture<Void>> asking = IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> askNow(node, AMPLE)))
                .toList();

        assertThat(asking).allSatisfy(one -> assertThat(one).succeedsWithin(AMPLE));
        await().atMost(AMPLE).until(() -> rounds(node) >= 5);
        assertThat(nodes.mostAtOnce("a")).isEqualTo(1);
    }

    @Test
    void boundOnRoundsUnderWayHolds() {
        loop = loop(2, probe("health"));
        Node[] many =
                IntStream.range(0, 20).mapToObj(i -> node("n" + i, HOUR, AMPLE)).toArray(Node[]::new);
        fleet = fleet(HOUR, many);
        loop.start();

        await().atMost(AMPLE).until(() -> nodes.asked.size() == 20);
        assertThat(nodes.mostAtOnceOfAll.get()).isEqualTo(2);
    }

    @Test
    void unchangedNodeKeepsItsHistoryAndItsTurnOverReload() {
        Node kept = node("kept", HOUR, AMPLE);
        Node changed = node("changed", HOUR, AMPLE);
        Node gone = node("gone", HOUR, AMPLE);
        fleet = fleet(HOUR, kept, changed, gone);
        loop.start();
        await().atMost(AMPLE).until(() -> rounds(kept) == 1 && rounds(changed) == 1 && rounds(gone) == 1);

        Node altered = node("changed", HOUR, Duration.ofSeconds(5));
        Node added = node("added", HOUR, AMPLE);
        fleet = fleet(HOUR, node("kept", HOUR, AMPLE), altered, added);
        await().atMost(AMPLE).until(() -> rounds(altered) == 1 && rounds(added) == 1);

        assertThat(rounds(kept)).isEqualTo(1);
        assertThat(nodes.asked("kept")).isEqualTo(1);
        assertThat(nodes.asked("changed")).isEqualTo(2);
        assertThat(rounds(gone)).isZero();
    }

    @Test
    void changedNodeIsAskedAnewOnlyWhenItsOldRoundHasEnded() {
        nodes.hang("a");
        fleet = fleet(HOUR, node("a", HOUR, AMPLE));
        loop.start();
        await().atMost(AMPLE).until(() -> nodes.asked("a") == 1);

        fleet = fleet(HOUR, node("a", HOUR, Duration.ofSeconds(5)));
        await().atMost(AMPLE).until(() -> nodes.asked("a") == 2);
        assertThat(nodes.mostAtOnce("a")).isEqualTo(1);
    }

    @Test
    void droppedNodeIsNotAskedAgain() {
        Node dropped = node("dropped", OFTEN, AMPLE);
        Node other = node("other", OFTEN, AMPLE);
        fleet = fleet(HOUR, dropped, other);
        loop.start();
        await().atMost(AMPLE).until(() -> rounds(dropped) >= 2);

        fleet = fleet(HOUR, other);
        await().atMost(AMPLE).until(() -> rounds(dropped) == 0);
        int before = nodes.asked("dropped");
        int others = nodes.asked("other");
        await().atMost(AMPLE).until(() -> nodes.asked("other") >= others + 5);
        assertThat(nodes.asked("dropped")).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void firstFailedRoundIsConfirmedSoon() {
        Node node = node("down", HOUR, AMPLE);
        nodes.refuse("down");
        fleet = fleet(OFTEN, node);
        loop.start();

        await().atMost(AMPLE).until(() -> rounds(node) == 2);
        assertThat(health(node).failures()).containsEntry(Reason.UNREACHABLE, 2L);
    }

    @Test
    void askingNowReturnsWhenNewRoundIsLogged() throws Exception {
        Node node = node("a", HOUR, AMPLE);
        fleet = fleet(HOUR, node);
        loop.start();
        await().atMost(AMPLE).until(() -> rounds(node) == 1);

        loop.ask(node, AMPLE);
        assertThat(rounds(node)).isEqualTo(2);
    }

    @Test
    void askingNowWorksForNodeThatJustCame() throws Exception {
        Node node = node("a", HOUR, AMPLE);
        loop.start();
        fleet = fleet(HOUR, node);
        loop.ask(node, AMPLE);

        // The loop may have come upon the node by itself just before.
        assertThat(rounds(node)).isBetween(1, 2);
    }

    @Test
    void askingNowEndsWithItsDeadline() throws Exception {
        Node node = node("a", HOUR, AMPLE);
        nodes.hang("a");
        fleet = fleet(HOUR, node);
        loop.start();
        loop.ask(node, OFTEN);

        assertThat(rounds(node)).isZero();
        assertThat(nodes.asked("a")).isLessThanOrEqualTo(1);
    }

    @Test
    void nodeOutsideTheFleetIsNotAsked() throws Exception {
        loop.start();
        loop.ask(node("stranger"), AMPLE);

        assertThat(nodes.asked("stranger")).isZero();
    }

    @Test
    void bugInOneProbeLeavesTheOthersAndTheRoundsGoingOn() {
        NodeProbe.OfNode buggy = probe("buggy", seen -> Optional.of(Samples.to(seen.node(), "/")), _ -> {
            throw new IllegalStateException("bug");
        });
        loop = loop(64, buggy, probe("health"));
        Node node = node("a", OFTEN, AMPLE);
        fleet = fleet(HOUR, node);
        try (var logged = new LogCapture(ProbeRunner.class)) {
            loop.start();
            await().atMost(AMPLE).until(() -> rounds(node) >= 3);

            assertThat(logged.events()).hasSize(1);
        }
        assertThat(health(node).newest().orElseThrow().result()).isInstanceOf(ProbeResult.Answered.class);
    }

    @Test
    void stoppingBreaksOffWhatHangsAndAsksNothingMore() {
        Node hanging = node("hanging", OFTEN, HOUR);
        Node other = node("other", OFTEN, AMPLE);
        nodes.hang("hanging");
        fleet = fleet(HOUR, hanging, other);
        loop.start();
        await().atMost(AMPLE).until(() -> nodes.asked("hanging") == 1 && rounds(other) >= 2);

        assertThat(CompletableFuture.runAsync(loop::stop)).succeedsWithin(Duration.ofSeconds(4));
        assertThat(loop.isRunning()).isFalse();
        assertThat(nodes.atOnceOfAll.get()).isZero();
        assertThat(rounds(hanging)).isZero();
    }

    @Test
    void stoppedLoopStartsAgainWithItsHistory() {
        Node node = node("a", HOUR, AMPLE);
        fleet = fleet(HOUR, node);
        loop.start();
        await().atMost(AMPLE).until(() -> rounds(node) == 1);
        loop.stop();
        loop.start();

        await().atMost(AMPLE).until(() -> rounds(node) == 2);
    }

    private ProbeLoop loop(int atOnce, NodeProbe.OfNode... all) {
        Clock clock = Clock.systemUTC();
        var probes = new NodeProbes(List.of(all));
        var rounds = new RoundRunner(probes, new ProbeRunner(nodes, clock, new NodeLog(List.of())), clock);
        var recorder = new RoundRecorder(
                rounds, log, new FailureLog(new NodeLog(List.of())), clock, new ProbeProperties(atOnce));
        var failures = new NetworkFailureLog();
        var networks = new NetworkSchedules(
                new NetworkProbes(List.of()), new NetworkRoundRunner(nodes, log, failures, clock), failures);
        return new ProbeLoop(() -> fleet, probes, recorder, log, networks);
    }

    private void askNow(Node node, Duration deadline) {
        try {
            loop.ask(node, deadline);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private NodeSnapshot seen(Node node) {
        return log.snapshot(node, Clock.systemUTC().instant());
    }

    private ProbeState health(Node node) {
        return requireNonNull(seen(node).probes().get("health"));
    }

    private int rounds(Node node) {
        return seen(node).rounds().size();
    }

    /** All nodes of the fleet, in memory. */
    private static final class Nodes implements Transport {

        final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> mostAtOnce = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
        final AtomicInteger atOnceOfAll = new AtomicInteger();
        final AtomicInteger mostAtOnceOfAll = new AtomicInteger();
        final CountDownLatch free = new CountDownLatch(1);
        private final Map<String, Boolean> hanging = new ConcurrentHashMap<>();
        private final Map<String, Boolean> refusing = new ConcurrentHashMap<>();

        void hang(String id) {
            hanging.put(id, true);
        }

        void refuse(String id) {
            refusing.put(id, true);
        }

        int asked(String id) {
            return count(asked, id).get();
        }

        int mostAtOnce(String id) {
            return count(mostAtOnce, id).get();
        }

        @Override
        public Reply ask(Question question, Access access, Duration deadline) throws NoReply, InterruptedException {
            String id = question.urls().getFirst().getHost().replace(".test", "");
            count(mostAtOnce, id).accumulateAndGet(count(atOnce, id).incrementAndGet(), Math::max);
            mostAtOnceOfAll.accumulateAndGet(atOnceOfAll.incrementAndGet(), Math::max);
            count(asked, id).incrementAndGet();
            try {
                boolean hangs = hanging.containsKey(id);
                long patience = hangs ? deadline.toMillis() : 2;
                if (!free.await(patience, TimeUnit.MILLISECONDS) && hangs) {
                    throw new NoReply(NoReply.Why.TIMED_OUT, "no answer");
                }
                if (refusing.containsKey(id)) {
                    throw new NoReply(NoReply.Why.NO_CONNECTION, "connection refused");
                }
                return reply("{}", Clock.systemUTC().instant());
            } finally {
                count(atOnce, id).decrementAndGet();
                atOnceOfAll.decrementAndGet();
            }
        }

        private static AtomicInteger count(Map<String, AtomicInteger> counts, String id) {
            return counts.computeIfAbsent(id, _ -> new AtomicInteger());
        }
    }
}

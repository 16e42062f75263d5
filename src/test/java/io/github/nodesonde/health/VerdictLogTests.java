package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class VerdictLogTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(VerdictLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Watched watched = new Watched();
    private final Judge judge = new Judge(
            List.of(),
            List.of(new Stale(), new ProbeFailing(), new Unreachable()),
            List.of(),
            new FleetHealthProperties(DownWhen.MAJORITY),
            new OwnFaults());
    private final VerdictLog log = new VerdictLog(new NodeLog(List.of(_ -> Map.of("block", 7))));
    private Judgements latest = judge.unjudged(0, at(0), List.of());

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void changeIsOneLineForEachWhoseVerdictChangedFleetFirst() {
        Node node = watched.add("n", "a").getFirst();
        judge(0);
        assertThat(lines.list).isEmpty();

        watched.round(node, 0, ANSWERED);
        judge(1);
        judge(2);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "fleet went from unknown to up",
                        "network n went from unknown to up",
                        "node a went from unknown to up");
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
    }

    @Test
    void lineOfANodeSaysWhyAndWhereItWasInFieldsOfTheirOwn() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, ANSWERED);
        judge(0);
        watched.round(node, 15, failed(Reason.UNREACHABLE, "connection\nrefused"));
        watched.round(node, 17, failed(Reason.UNREACHABLE, "connection\nrefused"));
        lines.list.clear();
        judge(18);

        assertThat(lines.list).last().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage())
                    .isEqualTo("node a went from up to down: unreachable: connection refused");
            assertThat(fields(line))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "node", "a",
                            "network", "n",
                            "peer_id", "a",
                            "from", "up",
                            "to", "down",
                            "rule", "unreachable",
                            "because", "unreachable: connection refused",
                            "block", "7"));
        });
    }

    @Test
    void networkAndFleetThatFollowWhatIsBeneathThemSayWhatThatIs() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        nodes.forEach(node -> watched.round(node, 0, ANSWERED));
        judge(0);
        nodes.subList(0, 2).forEach(node -> {
            watched.round(node, 15, failed(Reason.TIMED_OUT, ""));
            watched.round(node, 17, failed(Reason.TIMED_OUT, ""));
        });
        lines.list.clear();
        judge(18);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .startsWith(
                        "fleet went from up to down: network n", "network n went from up to down: 2 of 3 nodes down");
        assertThat(fields(lines.list.getFirst())).doesNotContainKey("rule").containsEntry("because", "network n");
    }

    @Test
    void networkNamesWhatIsBeneathItWorstFirst() {
        List<Node> nodes = watched.add("n", "a", "b", "c", "d", "e");
        nodes.forEach(node -> watched.round(node, 0, ANSWERED));
        judge(0);
        watched.round(nodes.get(0), 15, failed(Reason.TIMED_OUT, ""));
        watched.round(nodes.get(0), 17, failed(Reason.TIMED_OUT, ""));
        watched.round(nodes.get(1), 17, failed(Reason.TIMED_OUT, ""));
        lines.list.clear();
        judge(18);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("network n went from up to degraded: 1 of 5 nodes down, 1 of 5 nodes degraded");
    }

    @Test
    void whatIsNewInTheFleetChangedNothing() {
        judge(0);
        watched.add("n", "a");
        judge(1);

        assertThat(lines.list).isEmpty();
    }

    @Test
    void verdictThatGoesToAndFroIsToldSixTimesAndThenOnceAMinuteUntilItIsSteady() {
        List<Node> nodes = watched.add("n", "a", "b");
        nodes.forEach(node -> watched.round(node, 0, ANSWERED));
        judge(0);
        lines.list.clear();
        for (int second = 1; second <= 80; second++) {
            watched.round(nodes.getFirst(), second, second % 2 == 0 ? ANSWERED : failed(Reason.TIMED_OUT, "late"));
            watched.round(nodes.getLast(), second, ANSWERED);
            judge(second);
        }
        for (int second = 81; second <= 400; second++) {
            nodes.forEach(watchRound(second));
            judge(second);
        }

        List<String> ofNode = lines.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("node "))
                .toList();
        assertThat(ofNode)
                .hasSize(9)
                .startsWith("node a went from up to degraded: a timed-out: late; b timed-out: late")
                .endsWith(
                        "node a flaps, 7 changes within 10 minutes, now degraded: a timed-out: late; b timed-out: late",
                        "node a still flaps, 60 more changes, now degraded: a timed-out: late; b timed-out: late",
                        "node a is steady again: up");
        // The fleet's very first verdict was a change, too.
        assertThat(lines.list).hasSize(3 * ofNode.size() - 1);
        assertThat(lines.list)
                .last()
                .satisfies(line -> assertThat(line.getLevel()).isEqualTo(Level.INFO));
        assertThat(fields(lines.list.getLast())).containsEntry("node", "a").containsEntry("to", "up");
    }

    private Consumer<Node> watchRound(int second) {
        return node -> watched.round(node, second, ANSWERED);
    }

    private void judge(long second) {
        Judgements before = latest;
        latest = judge.judge(watched.fleet(), watched.seen(second), before);
        log.judged(before, latest);
    }

    private static Map<String, String> fields(ILoggingEvent line) {
        var fields = new TreeMap<String, String>();
        line.getKeyValuePairs().forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
        return fields;
    }
}

package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.OwnSignals.CUT_LABEL_VALUES;
import static io.github.nodesonde.metrics.OwnSignals.GATEWAY_FAULT_SUSPECTED;
import static io.github.nodesonde.metrics.OwnSignals.LEFT_OUT_SERIES;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_NODES;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_VERDICT;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_VERSION_NODES;
import static io.github.nodesonde.metrics.OwnSignals.NODE_UP;
import static io.github.nodesonde.metrics.OwnSignals.NODE_VERDICT;
import static io.github.nodesonde.metrics.OwnSignals.PASSED_SERIES;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_DURATION;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_FAILURES;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_LAST_SUCCESS;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that is printed of a subject: what it reported, what was derived, and what the gateway itself says of it. A series
 * that occurs twice counts as it stands first. What is unknown has no point.
 *
 * <p>Made for each node after each of its rounds: the series of verdicts are made once, and the rest is gathered in loops.
 * With readings and streams of streams a node took 11 kB and twice the time.
 */
final class Points {

    private static final String GATEWAY_FAULT = "gateway-fault";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Series UP = Series.of(NODE_UP);
    private static final Series SUSPECTED = Series.of(GATEWAY_FAULT_SUSPECTED);
    private static final Series PASSED = Series.of(PASSED_SERIES);
    private static final Series CUT = Series.of(CUT_LABEL_VALUES);
    private static final Map<Verdict, Series> NODE_VERDICTS = ofEachVerdict(NODE_VERDICT);
    private static final Map<Verdict, Series> NETWORK_VERDICTS = ofEachVerdict(NETWORK_VERDICT);
    private static final Map<Verdict, Series> NODES_OF_VERDICT = ofEachVerdict(NETWORK_NODES);

    private final List<Point> points = new ArrayList<>();

    private Points() {}

    static List<Point> of(NodeJudgement node, PassedThrough passedThrough) {
        var all = new Points();
        NodeSnapshot seen = node.seen();
        seen.readings().forEach(reading -> all.points.add(Point.of(reading)));
        node.derived().forEach(reading -> all.points.add(Point.of(reading)));
        if (!seen.rounds().isEmpty()) {
            all.add(UP, seen.rounds().getFirst().answered() ? 1 : 0);
        }
        all.addVerdict(NODE_VERDICTS, node.verdict());
        for (ProbeState probe : seen.probes().values()) {
            all.add(probe);
        }
        all.add(passedThrough.passage(node));
        return all.points;
    }

    static List<Point> of(NetworkJudgement network) {
        var all = new Points();
        network.derived().forEach(reading -> all.points.add(Point.of(reading)));
        all.addVerdict(NETWORK_VERDICTS, network.verdict());
        NODES_OF_VERDICT.forEach(
                (verdict, series) -> all.add(series, network.nodes().of(verdict)));
        for (NetworkJudgement.Version version : network.versions()) {
            Series series = Series.of(NETWORK_VERSION_NODES)
                    .with("name", version.name().orElse(""))
                    .with("version", version.version().orElse(""));
            all.add(series, version.nodes().size());
        }
        return all.points;
    }

    static List<Point> of(Judgements fleet) {
        boolean suspected =
                fleet.findings().stream().anyMatch(finding -> finding.rule().equals(GATEWAY_FAULT));
        return List.of(new Point(SUSPECTED, suspected ? 1 : 0));
    }

    private void addVerdict(Map<Verdict, Series> ofEach, Verdict holds) {
        ofEach.forEach((verdict, series) -> add(series, verdict == holds ? 1 : 0));
    }

    /** A probe that failed unasked took no time, which is not a duration of 0. */
    private void add(ProbeState probe) {
        probe.newest()
                .filter(outcome -> !outcome.took().isZero())
                .ifPresent(outcome -> add(of(PROBE_DURATION, probe), seconds(outcome.took())));
        probe.answeredAt().ifPresent(at -> add(of(PROBE_LAST_SUCCESS, probe), seconds(at)));
        probe.failures()
                .forEach((reason, times) -> add(of(PROBE_FAILURES, probe).with("reason", reason.label()), times));
    }

    /** Nothing while the node has printed no page. */
    private void add(Passage passage) {
        if (!passage.told().isEmpty()) {
            add(PASSED, passage.series());
            passage.leftOut()
                    .forEach((reason, lines) -> add(Series.of(LEFT_OUT_SERIES).with("reason", reason), lines));
            if (passage.cutValues() > 0) {
                add(CUT, passage.cutValues());
            }
        }
    }

    private void add(Series series, double value) {
        points.add(new Point(series, value));
    }

    private static Series of(Signal signal, ProbeState probe) {
        return Series.of(signal).with("probe", probe.probe());
    }

    private static Map<Verdict, Series> ofEachVerdict(Signal signal) {
        var ofEach = new EnumMap<Verdict, Series>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            ofEach.put(verdict, Series.of(signal).with("verdict", verdict.label()));
        }
        return Collections.unmodifiableMap(ofEach);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    private static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / NANOS_PER_SECOND;
    }
}

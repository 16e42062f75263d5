package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.OwnSignals.GATEWAY_FAULT_SUSPECTED;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_NODES;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_VERDICT;
import static io.github.nodesonde.metrics.OwnSignals.NETWORK_VERSION_NODES;
import static io.github.nodesonde.metrics.OwnSignals.NODE_UP;
import static io.github.nodesonde.metrics.OwnSignals.NODE_VERDICT;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_DURATION;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_FAILURES;
import static io.github.nodesonde.metrics.OwnSignals.PROBE_LAST_SUCCESS;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * All that is printed of a subject: what it reported, what was derived, and what the gateway itself says of it. A series
 * that occurs twice counts as it stands first. What is unknown has no reading.
 */
final class Readings {

    private static final String GATEWAY_FAULT = "gateway-fault";
    private static final double NANOS_PER_SECOND = 1e9;

    private Readings() {}

    static Stream<Reading> of(NodeJudgement node) {
        Subject subject = Subject.of(node.seen().node());
        return Stream.of(
                        node.seen().readings(),
                        node.derived().stream(),
                        up(subject, node.seen()),
                        verdict(subject, NODE_VERDICT, node.verdict()),
                        node.seen().probes().values().stream().flatMap(probe -> asked(subject, probe)))
                .flatMap(readings -> readings);
    }

    static Stream<Reading> of(NetworkJudgement network) {
        Subject subject = Subject.of(network.network());
        return Stream.of(
                        network.derived().stream(),
                        verdict(subject, NETWORK_VERDICT, network.verdict()),
                        Arrays.stream(Verdict.values())
                                .map(verdict -> own(
                                                subject,
                                                NETWORK_NODES,
                                                network.nodes().of(verdict))
                                        .with("verdict", verdict.label())),
                        network.versions().stream()
                                .map(version -> own(
                                                subject,
                                                NETWORK_VERSION_NODES,
                                                version.nodes().size())
                                        .with("name", version.name().orElse(""))
                                        .with("version", version.version().orElse(""))))
                .flatMap(readings -> readings);
    }

    static Stream<Reading> of(Judgements fleet) {
        boolean suspected =
                fleet.findings().stream().anyMatch(finding -> finding.rule().equals(GATEWAY_FAULT));
        return Stream.of(own(Subject.FLEET, GATEWAY_FAULT_SUSPECTED, suspected ? 1 : 0));
    }

    private static Stream<Reading> up(Subject subject, NodeSnapshot seen) {
        return seen.rounds().stream().limit(1).map(newest -> own(subject, NODE_UP, newest.answered() ? 1 : 0));
    }

    private static Stream<Reading> verdict(Subject subject, Signal signal, Verdict holds) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> own(subject, signal, verdict == holds ? 1 : 0).with("verdict", verdict.label()));
    }

    /** A probe that failed unasked took no time, which is not a duration of 0. */
    private static Stream<Reading> asked(Subject subject, ProbeState probe) {
        Stream<Reading> duration = probe
                .newest()
                .filter(outcome -> !outcome.took().isZero())
                .map(outcome -> own(subject, PROBE_DURATION, seconds(outcome.took())))
                .stream();
        Stream<Reading> success = probe.answeredAt().map(at -> own(subject, PROBE_LAST_SUCCESS, seconds(at))).stream();
        Stream<Reading> failures = probe.failures().entrySet().stream()
                .map(entry -> own(subject, PROBE_FAILURES, entry.getValue())
                        .with("reason", entry.getKey().label()));
        return Stream.of(duration, success, failures)
                .flatMap(readings -> readings)
                .map(reading -> reading.with("probe", probe.probe()));
    }

    private static Reading own(Subject subject, Signal signal, double value) {
        return Reading.derived(subject, signal, value, signal.help());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    private static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / NANOS_PER_SECOND;
    }
}

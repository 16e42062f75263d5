package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs one round about a network and writes down what came of it. The one place where it becomes data. Thread-safe. */
@Component
final class NetworkRoundRunner {

    /** A round may take longer than a short interval: the next one waits for it. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(30);

    private final Transport transport;
    private final ObservationLog log;
    private final NetworkFailureLog failures;
    private final Clock clock;

    NetworkRoundRunner(Transport transport, ObservationLog log, NetworkFailureLog failures, Clock clock) {
        this.transport = transport;
        this.log = log;
        this.failures = failures;
        this.clock = clock;
    }

    /** Starts the history of what the task asks. */
    void watch(NetworkTask task) {
        log.watch(task.network(), task.probe(), task.ageLimit(), task.nodes());
    }

    /**
     * Blocks until the round is in the log. An interrupted round leaves no trace.
     *
     * @return how the round failed as a whole; empty when it did not
     */
    Optional<RoundFailure> run(NetworkTask task) throws InterruptedException {
        long start = System.nanoTime();
        Optional<RoundFailure> failure = Optional.empty();
        Map<Subject, ProbeResult> results;
        try {
            results = task.inquiry().ask(task.nodes(), exchange(task));
        } catch (RoundFailure e) {
            failure = Optional.of(e);
            results = failed(task, e.reason(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failures.ownFault(task, e);
            failure = Optional.of(new RoundFailure(
                    Reason.INTERNAL, "the gateway failed: " + e.getClass().getSimpleName()));
            results = failed(task, Reason.INTERNAL, String.valueOf(failure.get().getMessage()));
        }
        append(task, results, clock.instant(), Duration.ofNanos(System.nanoTime() - start));
        failures.compare(task, results);
        return failure;
    }

    private void append(NetworkTask task, Map<Subject, ProbeResult> results, Instant end, Duration took) {
        var outcomes = new HashMap<Subject, Round.Outcome>();
        results.forEach((subject, result) -> outcomes.put(subject, new Round.Outcome(result, end, took)));
        log.append(task.network(), task.probe(), outcomes);
    }

    private NetworkExchange exchange(NetworkTask task) {
        Duration interval = task.inquiry().interval();
        return new BoundedExchange(
                transport,
                Address.of(task.network().settings().urls()),
                interval.compareTo(LEAST_TIME) > 0 ? interval : LEAST_TIME);
    }

    private static Map<Subject, ProbeResult> failed(NetworkTask task, Reason reason, String detail) {
        var failure = new ProbeResult.Failed(reason, detail);
        var results = new HashMap<Subject, ProbeResult>();
        results.put(Subject.of(task.network()), failure);
        for (Node node : task.nodes()) {
            results.put(Subject.of(node), failure);
        }
        return results;
    }
}

package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Round;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Runs a round as soon as there is room for one more, and writes down what came of it. Thread-safe. */
@Component
final class RoundRecorder {

    private final RoundRunner rounds;
    private final ObservationLog log;
    private final FailureLog failures;
    private final Clock clock;
    private final Semaphore room;

    RoundRecorder(
            RoundRunner rounds, ObservationLog log, FailureLog failures, Clock clock, ProbeProperties properties) {
        this.rounds = rounds;
        this.log = log;
        this.failures = failures;
        this.clock = clock;
        this.room = new Semaphore(properties.maxConcurrent(), true);
    }

    /** Blocks until the round is in the log. An interrupted round leaves no trace. */
    Round record(Node node) throws InterruptedException {
        room.acquire();
        try {
            NodeSnapshot before = log.snapshot(node, clock.instant());
            Round round = rounds.run(before);
            log.append(node, round);
            failures.compare(before, round, log.snapshot(node, round.endedAt()));
            return round;
        } finally {
            room.release();
        }
    }
}

package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Runs a round as soon as there is room for one more, and writes down what came of it. Thread-safe.
 *
 * <pre>
 * nodesonde_rounds_under_way 3.0
 * nodesonde_rounds_waiting 0.0
 * </pre>
 */
@Component
final class RoundRecorder implements MeterBinder {

    private final RoundRunner rounds;
    private final ObservationLog log;
    private final FailureLog failures;
    private final Clock clock;
    private final RoundRoom room;

    RoundRecorder(
            RoundRunner rounds, ObservationLog log, FailureLog failures, Clock clock, ProbeProperties properties) {
        this.rounds = rounds;
        this.log = log;
        this.failures = failures;
        this.clock = clock;
        this.room = new RoundRoom(properties.maxConcurrent(), System::nanoTime);
    }

    /** Blocks until the round is in the log. An interrupted round leaves no trace. */
    Round record(Node node) throws InterruptedException {
        room.enter();
        try {
            NodeSnapshot before = log.snapshot(node, clock.instant());
            Round round = rounds.run(before);
            log.append(node, round);
            failures.compare(before, round, log.snapshot(node, round.endedAt()));
            return round;
        } finally {
            room.leave();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        register(RoundSignals.UNDER_WAY, now -> now.room.underWay(), registry);
        register(RoundSignals.WAITING, now -> now.room.waiting(), registry);
    }

    private void register(Signal signal, ToDoubleFunction<RoundRecorder> value, MeterRegistry registry) {
        Gauge.builder(signal.name(), this, value)
                .description(signal.help())
                .strongReference(true)
                .register(registry);
    }
}

package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks one node its probes in turn, each knowing what the ones before it were told. Where no connection can be made, the
 * probes that would go to the same address fail alike, unasked. Thread-safe.
 */
@Component
final class RoundRunner {

    private final NodeProbes probes;
    private final ProbeRunner runner;
    private final Clock clock;
    private final LongSupplier nanos;

    @Autowired
    RoundRunner(NodeProbes probes, ProbeRunner runner, Clock clock) {
        this(probes, runner, clock, System::nanoTime);
    }

    /** @param nanos time of a clock that nobody sets */
    RoundRunner(NodeProbes probes, ProbeRunner runner, Clock clock, LongSupplier nanos) {
        this.probes = probes;
        this.runner = runner;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Ends after max(timeout, interval) at the latest; what was not asked by then has timed out. */
    Round run(NodeSnapshot before) throws InterruptedException {
        Node node = before.node();
        Instant start = clock.instant();
        long end = nanos.getAsLong() + longer(node.timeout(), node.interval()).toNanos();
        var dead = new DeadAddresses();
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        NodeSnapshot seen = before;
        for (NodeProbe.OfNode probe : probes.of(node)) {
            Duration deadline = shorter(node.timeout(), Duration.ofNanos(end - nanos.getAsLong()));
            Optional<Round.Outcome> outcome = runner.run(probe, seen, dead, deadline);
            if (outcome.isPresent()) {
                outcomes.put(probe.name(), outcome.get());
                seen = seen.with(probe.name(), outcome.get());
            }
        }
        return new Round(start, clock.instant(), outcomes);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

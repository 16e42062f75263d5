package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A value of an unlabelled signal, and when it came. */
public record Told(double value, Instant at) {

    /** What the first probe that tells the signal says, while that is fresh. */
    public static Optional<Told> by(NodeSnapshot seen, Signal signal) {
        for (ProbeState probe : seen.probes().values()) {
            if (probe.answer().isPresent() && probe.answeredAt().isPresent() && seen.isFresh(probe)) {
                Optional<Double> value = in(probe.answer().get().readings(), signal);
                if (value.isPresent()) {
                    return Optional.of(new Told(value.get(), probe.answeredAt().get()));
                }
            }
        }
        return Optional.empty();
    }

    /** What the first probe of a round said that told the signal, which must be a remembered one. */
    public static Optional<Double> in(Round round, Signal signal) {
        for (ProbeResult result : round.results()) {
            if (result instanceof ProbeResult.Answered answered) {
                Optional<Double> value = in(answered.readings(), signal);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    public long slot() {
        return (long) value;
    }

    private static Optional<Double> in(List<Reading> readings, Signal signal) {
        for (Reading reading : readings) {
            if (reading.signal().equals(signal)) {
                return Optional.of(reading.value());
            }
        }
        return Optional.empty();
    }
}

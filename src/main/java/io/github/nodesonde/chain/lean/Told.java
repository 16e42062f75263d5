package io.github.nodesonde.chain.lean;

import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Signal;
import java.time.Instant;
import java.util.Optional;

/** A fresh value of an unlabelled signal, and when it came. */
record Told(double value, Instant at) {

    /** What the first probe that tells the signal says. */
    static Optional<Told> by(NodeSnapshot seen, Signal signal) {
        return seen.fresh()
                .flatMap(probe -> probe.answer().stream()
                        .flatMap(answer -> answer.readings().stream())
                        .filter(reading -> reading.signal().equals(signal))
                        .flatMap(reading -> probe.answeredAt().stream().map(at -> new Told(reading.value(), at))))
                .findFirst();
    }

    long slot() {
        return (long) value;
    }
}

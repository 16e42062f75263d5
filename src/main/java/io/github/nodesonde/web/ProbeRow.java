package io.github.nodesonde.web;

import io.github.nodesonde.api.ProbeJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one probe stands.
 *
 * @param why it failed or was skipped; empty when it answered
 * @param took how long it took; empty when it was not asked
 * @param last how old its newest answer is
 */
record ProbeRow(String name, String state, String why, Optional<String> took, String last) {

    private static final double MILLIS = 1000;

    static ProbeRow of(ProbeJson probe, Instant asOf) {
        return new ProbeRow(
                probe.name(),
                probe.state(),
                Stream.of(probe.reason(), probe.detail())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": ")),
                Optional.ofNullable(probe.durationSeconds())
                        .map(seconds -> Phrases.length(Duration.ofMillis(Math.round(seconds * MILLIS)))),
                probe.lastSuccessAt() == null
                        ? "never answered"
                        : Phrases.lasting(probe.lastSuccessAt(), asOf) + " ago");
    }
}

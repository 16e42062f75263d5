package io.github.nodesonde.api;

import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one probe of a node stands.
 *
 * @param state pending, answered, failed or skipped
 * @param reason why it failed
 * @param detail why it failed or was skipped, in words
 * @param durationSeconds null for a probe that failed unasked
 */
public record ProbeJson(
        String name,
        String state,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Instant at,
        @Nullable Instant lastSuccessAt,
        @Nullable Double durationSeconds) {

    static ProbeJson of(ProbeState probe) {
        Optional<Round.Outcome> newest = probe.newest();
        return new ProbeJson(
                probe.probe(),
                newest.map(outcome -> state(outcome.result())).orElse("pending"),
                newest.map(outcome -> reason(outcome.result())).orElse(null),
                newest.map(outcome -> detail(outcome.result())).orElse(null),
                newest.map(Round.Outcome::at).orElse(null),
                probe.answeredAt().orElse(null),
                newest.map(Round.Outcome::took)
                        .filter(Duration::isPositive)
                        .map(Seconds::of)
                        .orElse(null));
    }

    private static String state(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Answered _ -> "answered";
            case ProbeResult.Failed _ -> "failed";
            case ProbeResult.Skipped _ -> "skipped";
        };
    }

    private static @Nullable String reason(ProbeResult result) {
        return result instanceof ProbeResult.Failed failed ? failed.reason().label() : null;
    }

    private static @Nullable String detail(ProbeResult result) {
        return switch (result) {
            case ProbeResult.Answered _ -> null;
            case ProbeResult.Failed failed -> failed.detail();
            case ProbeResult.Skipped skipped -> skipped.why();
        };
    }
}

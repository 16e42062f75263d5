package io.github.nodesonde.observation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one probe of one node.
 *
 * @param newest what came of it last; empty while it is pending
 * @param answer the newest answer, however old
 * @param answeredAt when that answer came
 * @param failures how often it failed, by reason, since the node is watched
 */
public record ProbeState(
        String probe,
        Optional<Round.Outcome> newest,
        Optional<ProbeResult.Answered> answer,
        Optional<Instant> answeredAt,
        Map<Reason, Long> failures) {

    public ProbeState {
        failures = failures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(failures));
    }

    /** A probe that nothing is known of yet. */
    public static ProbeState pending(String probe) {
        return new ProbeState(probe, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** This state after one more outcome. A failure keeps the last answer; a skip forgets it, for it no longer holds. */
    public ProbeState after(Round.Outcome outcome) {
        return switch (outcome.result()) {
            case ProbeResult.Answered answered ->
                new ProbeState(probe, Optional.of(outcome), Optional.of(answered), Optional.of(outcome.at()), failures);
            case ProbeResult.Failed failed -> {
                var counted = new EnumMap<Reason, Long>(Reason.class);
                counted.putAll(failures);
                counted.merge(failed.reason(), 1L, Long::sum);
                yield new ProbeState(probe, Optional.of(outcome), answer, answeredAt, counted);
            }
            case ProbeResult.Skipped _ ->
                new ProbeState(probe, Optional.of(outcome), Optional.empty(), Optional.empty(), failures);
        };
    }
}

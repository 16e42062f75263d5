package io.github.nodesonde.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that is known of one probe of one node.
 *
 * @param newest what came of it last; empty while it is pending
 * @param answer the newest answer, however old
 * @param answeredAt when that answer came
 * @param failures how often it failed, by reason, since the node is watched
 * @param ageLimit how old an answer may grow before it no longer counts, of a probe that asks elsewhere about a whole
 *     network and says nothing of whether the node itself answers; empty for one that asks the node, which then says
 */
public record ProbeState(
        String probe,
        Optional<Round.Outcome> newest,
        Optional<ProbeResult.Answered> answer,
        Optional<Instant> answeredAt,
        Map<Reason, Long> failures,
        Optional<Duration> ageLimit) {

    public ProbeState {
        failures = failures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(failures));
    }

    /** A probe of the node itself that nothing is known of yet. */
    public static ProbeState pending(String probe) {
        return pending(probe, Optional.empty());
    }

    /** A probe of the node's network that nothing is known of yet. */
    public static ProbeState pending(String probe, Duration ageLimit) {
        return pending(probe, Optional.of(ageLimit));
    }

    private static ProbeState pending(String probe, Optional<Duration> ageLimit) {
        return new ProbeState(probe, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), ageLimit);
    }

    /** Whether it asks the node itself. */
    public boolean asksTheNode() {
        return ageLimit.isEmpty();
    }

    /** The report of the newest answer, however old, when it is of that type. */
    <T extends Record> Optional<T> report(Class<T> type) {
        return answer.flatMap(ProbeResult.Answered::report)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Whether there is an answer that still counts as of then. One from far ahead does not: the clock was set back since. */
    boolean isFresh(Instant asOf, Duration ageLimitOfNode) {
        Duration limit = ageLimit.orElse(ageLimitOfNode);
        return answeredAt
                .filter(at -> Duration.between(at, asOf).abs().compareTo(limit) <= 0)
                .isPresent();
    }

    /** When the newest answer grows too old to count; empty when there is none. */
    Optional<Instant> freshUntil(Duration ageLimitOfNode) {
        return answeredAt.map(at -> at.plus(ageLimit.orElse(ageLimitOfNode)));
    }

    /** The same, its instants being dated so. */
    ProbeState dated(UnaryOperator<Instant> dating) {
        return new ProbeState(
                probe,
                newest.map(outcome -> outcome.dated(dating)),
                answer,
                answeredAt.map(dating),
                failures,
                ageLimit);
    }

    /** This state after one more outcome. A failure keeps the last answer; a skip forgets it, for it no longer holds. */
    public ProbeState after(Round.Outcome outcome) {
        return switch (outcome.result()) {
            case ProbeResult.Answered answered ->
                new ProbeState(
                        probe,
                        Optional.of(outcome),
                        Optional.of(answered),
                        Optional.of(outcome.at()),
                        failures,
                        ageLimit);
            case ProbeResult.Failed failed -> {
                var counted = new EnumMap<Reason, Long>(Reason.class);
                counted.putAll(failures);
                counted.merge(failed.reason(), 1L, Long::sum);
                yield new ProbeState(probe, Optional.of(outcome), answer, answeredAt, counted, ageLimit);
            }
            case ProbeResult.Skipped _ ->
                new ProbeState(probe, Optional.of(outcome), Optional.empty(), Optional.empty(), failures, ageLimit);
        };
    }
}

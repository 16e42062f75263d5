package io.github.nodesonde.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One asking of one node: its probes in turn.
 *
 * @param outcomes by name of the probe, in the order asked; a probe that did not apply is not among them
 */
public record Round(Instant startedAt, Instant endedAt, SequencedMap<String, Outcome> outcomes) {

    public Round {
        outcomes = FewByName.copyOf(outcomes);
    }

    /** Whether the node gave at least one answer. */
    public boolean answered() {
        for (Outcome outcome : outcomes.values()) {
            if (outcome.result() instanceof ProbeResult.Answered) {
                return true;
            }
        }
        return false;
    }

    /** Whether at least one probe was put and none was answered. A skipped probe says nothing either way. */
    public boolean failed() {
        return !answered()
                && outcomes.values().stream().anyMatch(outcome -> outcome.result() instanceof ProbeResult.Failed);
    }

    /**
     * What the log keeps of it. What came of a probe in the round before, and again in this one, is kept once.
     *
     * @param before as it is kept; empty when this is the first round
     */
    Round remembered(Optional<Round> before) {
        var kept = new LinkedHashMap<String, Outcome>();
        outcomes.forEach((probe, outcome) -> kept.put(
                probe,
                outcome.remembered(
                        before.map(round -> round.outcomes().get(probe)).orElse(null))));
        return new Round(startedAt, endedAt, kept);
    }

    /**
     * What came of one probe of the round.
     *
     * @param at when the answer was complete, or the failure known
     * @param took from putting the question until then; zero for a probe that failed unasked
     * @param certificates of the connection that a reply came over, whatever was made of it
     */
    public record Outcome(ProbeResult result, Instant at, Duration took, Certificates certificates) {

        /** Without TLS, or without a reply. */
        public Outcome(ProbeResult result, Instant at, Duration took) {
            this(result, at, took, Certificates.NONE);
        }

        /** The same, over a connection with these certificates. */
        public Outcome over(Certificates certificates) {
            return new Outcome(result, at, took, certificates);
        }

        private Outcome remembered(@Nullable Outcome before) {
            ProbeResult kept = result instanceof ProbeResult.Answered answered ? answered.remembered() : result;
            return before == null
                    ? new Outcome(kept, at, took, certificates)
                    : new Outcome(
                            sameIfEqual(before.result, kept), at, took, sameIfEqual(before.certificates, certificates));
        }

        private static <T> T sameIfEqual(T before, T now) {
            return before.equals(now) ? before : now;
        }
    }
}

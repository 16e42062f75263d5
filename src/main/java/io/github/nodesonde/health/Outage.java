package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The failed rounds of a node since its last answer. A round in which nothing was asked, or every probe was skipped, is
 * passed over: it neither lengthens an outage nor ends it. One that failed through the gateway alone says nothing of the node:
 * it does not count, and ends nothing either.
 *
 * @param failed newest first, as far back as is remembered; empty while the node answers or was never asked
 * @param beganAt when it began to fail; empty while it does not, or when that was too long ago to be told
 */
record Outage(List<Round> failed, Optional<Instant> beganAt) {

    private static final Outage NONE = new Outage(List.of(), Optional.empty());

    static Outage of(NodeSnapshot seen) {
        if (seen.rounds().isEmpty() || seen.rounds().getFirst().answered()) {
            return NONE; // As of most nodes, and asked of each by several rules.
        }
        List<Round> unanswered =
                seen.rounds().stream().takeWhile(round -> !round.answered()).toList();
        List<Round> failed = unanswered.stream().filter(Round::failed).toList();
        boolean beginningIsRemembered = unanswered.size() < ObservationLog.ROUNDS_KEPT;
        return new Outage(
                failed,
                failed.isEmpty()
                        ? Optional.empty()
                        : beginningIsRemembered
                                ? Optional.of(failed.getLast().startedAt())
                                : seen.answeredAt()
                                        .map(at -> at.plus(seen.node().interval())));
    }

    /** Whether a round failed and no answer came since. */
    boolean isUnderWay() {
        return !failed.isEmpty();
    }

    /** How many of the failed rounds count. */
    int rounds() {
        return (int) counted().count();
    }

    /** Whether it lasts long enough for the node to count as unreachable. */
    boolean isConfirmed(Network network) {
        return rounds() >= network.downAfter();
    }

    /** The failure that the newest failed round began with: those after it in a round are often its consequence. */
    Optional<ProbeResult.Failed> newestFailure() {
        return failed.stream().limit(1).flatMap(Outage::failures).findFirst();
    }

    /** The same of the newest round that counts. */
    Optional<ProbeResult.Failed> newestCountedFailure() {
        return counted().limit(1).flatMap(Outage::failures).findFirst();
    }

    /** Whether the newest failed round failed for these reasons alone. */
    boolean isBecauseOf(List<Reason> reasons) {
        return failed.stream()
                .limit(1)
                .flatMap(Outage::failures)
                .map(ProbeResult.Failed::reason)
                .allMatch(reasons::contains);
    }

    private Stream<Round> counted() {
        return failed.stream()
                .filter(round -> failures(round).anyMatch(failure -> failure.reason() != Reason.INTERNAL));
    }

    private static Stream<ProbeResult.Failed> failures(Round round) {
        return round.results().stream()
                .filter(ProbeResult.Failed.class::isInstance)
                .map(ProbeResult.Failed.class::cast);
    }

    /** A failure in words: its reason, then its detail. */
    static String words(ProbeResult.Failed failure) {
        String reason = failure.reason().label();
        return failure.detail().isBlank() ? reason : reason + ": " + failure.detail();
    }
}

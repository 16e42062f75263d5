package io.github.nodesonde.cli;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What asking a node once brought.
 *
 * @param series of the node, as text 0.0.4
 */
record ProbeReport(NodeJudgement node, String series) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** What came of each probe, in the order asked. */
    List<Asked> probes() {
        return node.seen().probes().values().stream().map(Asked::of).toList();
    }

    /**
     * One probe.
     *
     * @param state {@code answered}, {@code failed}, {@code skipped}, or {@code pending} where it was not asked
     * @param reason why it failed
     * @param detail why it failed or was skipped, in words
     * @param seconds how long that took; empty for one that was not put
     */
    record Asked(
            String name, String state, Optional<String> reason, Optional<String> detail, Optional<Double> seconds) {

        private static Asked of(ProbeState probe) {
            Optional<Double> seconds = probe.newest()
                    .map(Round.Outcome::took)
                    .filter(Duration::isPositive)
                    .map(took -> took.toNanos() / NANOS_PER_SECOND);
            return probe.newest()
                    .map(Round.Outcome::result)
                    .map(result -> switch (result) {
                        case ProbeResult.Answered _ ->
                            new Asked(probe.probe(), "answered", Optional.empty(), Optional.empty(), seconds);
                        case ProbeResult.Failed(var reason, var detail) ->
                            new Asked(
                                    probe.probe(), "failed", Optional.of(reason.label()), Optional.of(detail), seconds);
                        case ProbeResult.Skipped(var why) ->
                            new Asked(probe.probe(), "skipped", Optional.empty(), Optional.of(why), seconds);
                    })
                    .orElseGet(() ->
                            new Asked(probe.probe(), "pending", Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }
}

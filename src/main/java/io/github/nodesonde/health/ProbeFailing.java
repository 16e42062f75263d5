package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Round;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Some of what is asked finds no answer: a probe has no fresh one while another has, or the node failed in whole rounds,
 * yet not in enough of them to be unreachable. A probe applies when the newest round asked it and it was not skipped; one of
 * the whole network, when it was asked about this node.
 */
@Component
final class ProbeFailing implements HealthRule {

    @Override
    public String rule() {
        return "probe-failing";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Outage outage = Outage.of(seen);
        if (outage.isConfirmed(network)) {
            return Optional.empty();
        }
        return outage.isUnderWay()
                ? finding(seen, failures(outage.failed().getFirst()))
                        .map(finding -> finding.measured(outage.rounds(), network.downAfter()))
                : finding(seen, unanswered(seen));
    }

    private Optional<Finding> finding(NodeSnapshot seen, List<String> probes) {
        return probes.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Subject.of(seen.node()), rule(), Verdict.DEGRADED, String.join("; ", probes), seen.asOf()));
    }

    private static List<String> failures(Round round) {
        return round.outcomes().entrySet().stream()
                .flatMap(outcome -> words(outcome.getKey(), outcome.getValue().result()).stream())
                .toList();
    }

    private static List<String> unanswered(NodeSnapshot seen) {
        if (!seen.isHeard()) {
            return List.of();
        }
        return Stream.concat(
                        seen.rounds().stream()
                                .limit(1)
                                .flatMap(newest -> newest.outcomes().keySet().stream())
                                .flatMap(
                                        probe -> Stream.ofNullable(seen.probes().get(probe))),
                        seen.probes().values().stream().filter(probe -> !probe.asksTheNode()))
                .filter(probe -> !seen.isFresh(probe))
                .flatMap(probe ->
                        probe.newest().stream().flatMap(newest -> words(probe.probe(), newest.result()).stream()))
                .toList();
    }

    private static Optional<String> words(String probe, ProbeResult result) {
        return switch (result) {
            case ProbeResult.Failed failed -> Optional.of(probe + " " + Outage.words(failed));
            case ProbeResult.Answered _ -> Optional.of(probe + " has not been asked again in time");
            case ProbeResult.Skipped _ -> Optional.empty();
        };
    }
}

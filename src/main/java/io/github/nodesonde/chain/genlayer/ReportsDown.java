package io.github.nodesonde.chain.genlayer;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.text.PrintableText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Holds while the node reports itself as down. That is no more than degraded when only its validation loop is down and
 * waits for the sync: so starts every node.
 */
@Component
final class ReportsDown implements GenLayerRule {

    private static final String RULE = "reports-down";
    private static final int MOST_NAMED = 6;
    private static final int LONGEST_ERROR = 120;

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return seen.report(HealthProbe.NAME, HealthReport.class)
                .filter(report -> !report.up())
                .map(report -> Finding.of(
                        Subject.of(seen.node()),
                        RULE,
                        isSyncing(report, seen) ? Verdict.DEGRADED : Verdict.DOWN,
                        because(report),
                        seen.asOf()));
    }

    private static boolean isSyncing(HealthReport report, NodeSnapshot seen) {
        return report.down().equals(List.of(HealthReport.VALIDATING))
                && report.check(HealthReport.VALIDATING)
                        .filter(check -> check.isSyncing() || check.error().isEmpty() && saysNotSynced(seen))
                        .isPresent();
    }

    private static boolean saysNotSynced(NodeSnapshot seen) {
        return seen.report(MetricsProbe.NAME, NodeMetrics.class)
                .flatMap(NodeMetrics::synced)
                .filter(synced -> !synced)
                .isPresent();
    }

    private static String because(HealthReport report) {
        List<String> down = report.down();
        if (down.isEmpty()) {
            return "the node reports itself as down and names no check that is";
        }
        String named = down.stream()
                .limit(MOST_NAMED)
                .map(name -> "check %s is down%s".formatted(name, error(report, name)))
                .collect(joining("; "));
        return down.size() > MOST_NAMED ? "%s; and %d more".formatted(named, down.size() - MOST_NAMED) : named;
    }

    private static String error(HealthReport report, String check) {
        return report.check(check)
                .flatMap(HealthReport.Check::error)
                .map(text -> ": " + PrintableText.of(text, LONGEST_ERROR))
                .orElse("");
    }
}

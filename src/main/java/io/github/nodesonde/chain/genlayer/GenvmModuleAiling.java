package io.github.nodesonde.chain.genlayer;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.chain.genlayer.ops.GenvmModule;
import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.text.PrintableText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A module of the node's GenVM is suspect or degraded: the node calls itself up, and votes Timeout on what needs the module. */
@Component
final class GenvmModuleAiling extends NodeRule<HealthReport> {

    private static final int LONGEST_DETAIL = 120;

    GenvmModuleAiling() {
        super("genvm-module", HealthProbe.NAME, HealthReport.class);
    }

    @Override
    Optional<Finding> found(HealthReport report, NodeSnapshot seen, Thresholds thresholds) {
        String ailing = report.modules().entrySet().stream()
                .filter(module -> module.getValue().isAiling())
                .map(module -> because(module.getKey(), module.getValue()))
                .collect(joining("; "));
        return ailing.isEmpty() ? Optional.empty() : Optional.of(finding(seen, ailing));
    }

    private static String because(String name, GenvmModule module) {
        return "module %s is %s%s"
                .formatted(
                        name,
                        module.state().label(),
                        module.detail()
                                .map(detail -> ": " + PrintableText.of(detail, LONGEST_DETAIL))
                                .orElse(""));
    }
}

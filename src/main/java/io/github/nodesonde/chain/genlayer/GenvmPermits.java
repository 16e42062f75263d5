package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The node's GenVM has no permit left to run a contract by. */
@Component
final class GenvmPermits extends NodeRule<NodeMetrics> {

    GenvmPermits() {
        super("genvm-permits", MetricsProbe.NAME, NodeMetrics.class);
    }

    @Override
    Optional<Finding> found(NodeMetrics metrics, NodeSnapshot seen, Thresholds thresholds) {
        return metrics.permits()
                .filter(permits -> permits == 0)
                .map(_ -> finding(seen, "GenVM has no permit left, so it runs no contract")
                        .measured(0, 0));
    }
}

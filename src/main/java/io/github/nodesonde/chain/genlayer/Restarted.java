package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Restart;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a node whose process started a short while ago. */
@Component
final class Restarted extends NodeRule<NodeMetrics> {

    Restarted() {
        super(Restart.RULE, MetricsProbe.NAME, NodeMetrics.class);
    }

    @Override
    Optional<Finding> found(NodeMetrics metrics, NodeSnapshot seen, Thresholds thresholds) {
        return metrics.startedAt().flatMap(startedAt -> Restart.finding(seen, startedAt));
    }
}

package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The node's process is about to run out of file descriptors, and then takes no connection any more. */
@Component
final class FdExhaustion extends NodeRule<NodeMetrics> {

    FdExhaustion() {
        super("fd-exhaustion", MetricsProbe.NAME, NodeMetrics.class);
    }

    @Override
    Optional<Finding> found(NodeMetrics metrics, NodeSnapshot seen, Thresholds thresholds) {
        return metrics.descriptors()
                .filter(descriptors -> descriptors.ratio() > thresholds.openFdsRatio())
                .map(descriptors -> finding(
                                seen,
                                (long) descriptors.open() + " of " + (long) descriptors.most()
                                        + " file descriptors are open")
                        .measured(descriptors.ratio(), thresholds.openFdsRatio()));
    }
}

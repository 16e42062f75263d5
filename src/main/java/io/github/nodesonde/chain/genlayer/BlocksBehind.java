package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Round;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The node is far behind the chain and, over the rounds that are kept, does not catch up. */
@Component
final class BlocksBehind extends NodeRule<NodeMetrics> {

    /** A node renews its gauges every 15 seconds or so: fewer rounds may show the same twice though it catches up. */
    private static final int FEWEST_ROUNDS = 4;

    BlocksBehind() {
        super("blocks-behind", MetricsProbe.NAME, NodeMetrics.class);
    }

    @Override
    Optional<Finding> found(NodeMetrics metrics, NodeSnapshot seen, Thresholds thresholds) {
        return metrics.blocksBehind()
                .filter(behind -> behind > thresholds.blocksBehind() && !isFalling(seen))
                .map(behind -> finding(seen, behind.longValue() + " blocks behind the chain, and not catching up")
                        .measured(behind, (double) thresholds.blocksBehind()));
    }

    /** Also while too few rounds tell. */
    private static boolean isFalling(NodeSnapshot seen) {
        List<Double> told = seen.rounds().stream().flatMap(BlocksBehind::told).toList();
        return told.size() < FEWEST_ROUNDS || told.getFirst() < told.getLast();
    }

    private static Stream<Double> told(Round round) {
        return round
                .result(MetricsProbe.NAME)
                .filter(ProbeResult.Answered.class::isInstance)
                .flatMap(answered -> ((ProbeResult.Answered) answered).report())
                .filter(NodeMetrics.Behind.class::isInstance)
                .map(report -> ((NodeMetrics.Behind) report).blocks())
                .stream();
    }
}

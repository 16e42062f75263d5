package io.github.nodesonde.chain.genlayer;

import static java.util.Comparator.comparingDouble;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Disk;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A disk that the node writes to is nearly full. */
@Component
final class DiskLow extends NodeRule<NodeMetrics> {

    private static final double PERCENT = 100;

    DiskLow() {
        super("disk-low", MetricsProbe.NAME, NodeMetrics.class);
    }

    @Override
    Optional<Finding> found(NodeMetrics metrics, NodeSnapshot seen, Thresholds thresholds) {
        List<Disk> low = metrics.disks().stream()
                .filter(disk -> disk.freeRatio() < thresholds.diskFreeRatio())
                .sorted(comparingDouble(Disk::freeRatio))
                .toList();
        return low.stream()
                .findFirst()
                .map(fullest -> finding(seen, low.stream().map(DiskLow::because).collect(Collectors.joining(", ")))
                        .measured(fullest.freeRatio(), thresholds.diskFreeRatio()));
    }

    private static String because(Disk disk) {
        return String.format(
                Locale.ROOT,
                "%.1f %% free for %s",
                PERCENT * disk.freeRatio(),
                disk.directory().orElse("the node"));
    }
}

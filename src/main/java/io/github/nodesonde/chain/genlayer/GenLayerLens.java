package io.github.nodesonde.chain.genlayer;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees GenLayer nodes, which tell no progress: what each runs, whether it says that it is synced, and whose it is. */
@Component
final class GenLayerLens implements NetworkLens {

    private static final String SOFTWARE = "genlayer-node";

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
        return new NetworkView(
                Optional.empty(),
                seen.nodes().stream().collect(toMap(node -> node.node().id(), GenLayerLens::view)),
                List.of(),
                new LinkedHashMap<>(),
                List.of());
    }

    private static NodeView view(NodeSnapshot seen) {
        Optional<HealthReport> health = seen.report(HealthProbe.NAME, HealthReport.class);
        var settings = (GenLayerSettings) seen.node().settings();
        var topics = new LinkedHashMap<String, Object>();
        topics.put("validator", settings.validator().map(Address::toString));
        // Only the chain tells who operates a validator.
        topics.put("operator", Optional.empty());
        return new NodeView(
                Optional.empty(),
                synced(seen, health),
                health.map(report -> new Software(Optional.of(SOFTWARE), report.nodeVersion()))
                        .orElse(Software.UNKNOWN),
                GenLayerKind.TYPE,
                topics);
    }

    /** The node's gauge where it prints one; else its validation loop may say that it still waits for the sync. */
    private static Optional<Boolean> synced(NodeSnapshot seen, Optional<HealthReport> health) {
        return seen.report(MetricsProbe.NAME, NodeMetrics.class)
                .flatMap(NodeMetrics::synced)
                .or(() -> health.flatMap(report -> report.check(HealthReport.VALIDATING))
                        .filter(HealthReport.Check::isSyncing)
                        .map(_ -> false));
    }
}

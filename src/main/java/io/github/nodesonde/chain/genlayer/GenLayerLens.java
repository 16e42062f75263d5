package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.PerNode;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sees GenLayer nodes, which tell no progress: what each runs, whether it says that it is synced, whose it is, and
 * what the staking contract holds of it.
 */
@Component
final class GenLayerLens implements NetworkLens {

    private static final String SOFTWARE = "genlayer-node";

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public Set<String> rules() {
        return Set.of(StakingView.EPOCH_OVERDUE);
    }

    @Override
    public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
        var memory = ValidatorMemory.in(before).after(seen);
        StakingView staking = StakingView.of(seen, memory);
        return new NetworkView(
                Optional.empty(),
                PerNode.of(
                        seen.nodes(),
                        before.map(NetworkView::nodes).orElse(Map.of()),
                        (node, _) -> view(node, staking.isAsked())),
                staking.readings(),
                staking.topics(),
                staking.findings(),
                Optional.of(memory));
    }

    private static NodeView view(NodeSnapshot seen, boolean withStaking) {
        Optional<HealthReport> health = seen.report(HealthProbe.NAME, HealthReport.class);
        var settings = (GenLayerSettings) seen.node().settings();
        var topics = new LinkedHashMap<String, Object>();
        topics.put("validator", settings.validator().map(Address::toString));
        topics.put("operator", StakingView.operator(seen).map(Address::toString));
        if (withStaking) {
            topics.put(StakingTopic.NAME, StakingView.of(seen).map(StakingTopic::of));
        }
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

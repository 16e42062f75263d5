package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The node's own metrics name another validator than the inventory does, and not its operator either: then health and
 * stake that are shown side by side are of two validators.
 */
@Component
final class AddressMismatch implements GenLayerRule {

    @Override
    public String rule() {
        return "address-mismatch";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Set<Address> named = seen.report(MetricsProbe.NAME, NodeMetrics.class)
                .map(NodeMetrics::addresses)
                .orElse(Set.of());
        return ((GenLayerSettings) seen.node().settings())
                .validator()
                .filter(validator -> !named.isEmpty() && !named.contains(validator))
                .filter(_ -> StakingView.operator(seen).filter(named::contains).isEmpty())
                .map(validator -> Finding.of(
                        Subject.of(seen.node()),
                        rule(),
                        Verdict.DEGRADED,
                        "the inventory names " + validator + ", the node's metrics "
                                + named.stream().map(Address::toString).sorted().collect(Collectors.joining(", ")),
                        seen.asOf()));
    }
}

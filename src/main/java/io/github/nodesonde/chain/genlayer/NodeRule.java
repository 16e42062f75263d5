package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;

/** Degrades a node by what it tells of itself in the answer to one probe, while that is fresh. */
abstract class NodeRule<T extends Record> implements GenLayerRule {

    private final String rule;
    private final String probe;
    private final Class<T> report;

    NodeRule(String rule, String probe, Class<T> report) {
        this.rule = rule;
        this.probe = probe;
        this.report = report;
    }

    @Override
    public final String rule() {
        return rule;
    }

    @Override
    public final Optional<Finding> judge(
            NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return seen.report(probe, report)
                .flatMap(told -> found(told, seen, ((GenLayerNetworkSettings) network.settings()).thresholds()));
    }

    /** The finding, if it holds. */
    abstract Optional<Finding> found(T told, NodeSnapshot seen, Thresholds thresholds);

    final Finding finding(NodeSnapshot seen, String because) {
        return Finding.of(Subject.of(seen.node()), rule, Verdict.DEGRADED, because, seen.asOf());
    }
}

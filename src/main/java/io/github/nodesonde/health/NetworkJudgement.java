package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One network, judged.
 *
 * @param findings of the network itself, worst first
 * @param derived readings of the network that the lens worked out
 * @param versions which node runs what, by name and version
 */
public record NetworkJudgement(
        Network network,
        Verdict verdict,
        Counts nodes,
        NetworkView view,
        List<Finding> findings,
        List<Reading> derived,
        List<Version> versions) {

    public NetworkJudgement {
        findings = List.copyOf(findings);
        derived = List.copyOf(derived);
        versions = List.copyOf(versions);
    }

    /** The same, what is remembered in its view being dated so much later. */
    NetworkJudgement later(Duration by) {
        return new NetworkJudgement(network, verdict, nodes, view.later(by), findings, derived, versions);
    }

    /** One software in one version, and the nodes that run it, sorted. */
    public record Version(Optional<String> name, Optional<String> version, List<NodeId> nodes) {}
}

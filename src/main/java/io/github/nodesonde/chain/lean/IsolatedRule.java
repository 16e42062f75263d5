package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.PeersTopic;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Degrades a node that found no peer though others run. */
@Component
final class IsolatedRule implements LeanRule {

    @Override
    public String rule() {
        return "isolated";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return PeersTopic.in(view)
                .filter(peers -> peers.isolated().contains(seen.node().id().value()))
                .map(_ -> Finding.of(
                                Subject.of(seen.node()),
                                rule(),
                                Verdict.DEGRADED,
                                "no peer connected, in two rounds",
                                seen.asOf())
                        .measured(0, 0));
    }
}

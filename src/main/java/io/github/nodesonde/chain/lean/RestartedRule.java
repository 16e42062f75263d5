package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Restart;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a node whose process started a short while ago. */
@Component
final class RestartedRule implements LeanRule {

    @Override
    public String rule() {
        return Restart.RULE;
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return Told.by(seen, NodeSignals.PROCESS_START_TIME).flatMap(start -> Restart.finding(seen, start.value()));
    }
}

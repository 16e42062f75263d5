package io.github.nodesonde.chain.beacon;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class NotInCommitteeRule implements HealthRule {

    @Override
    public String rule() {
        return "not-in-committee";
    }

    @Override
    public boolean appliesTo(String type) {
        return type.equals(BeaconKind.TYPE);
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return seen.report(BeaconStatusProbe.NAME, BeaconStatusProbe.Status.class)
                .filter(status -> !status.inCommittee())
                .map(_ -> Finding.of(
                        Subject.of(seen.node()),
                        rule(),
                        Verdict.DEGRADED,
                        "the node is not in the committee",
                        seen.asOf()));
    }
}

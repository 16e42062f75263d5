package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Every probe of the node failed in so many rounds in a row, and not through the gateway alone. Stands until the first answer; failed rounds are counted no
 * further than needed.
 */
@Component
final class Unreachable implements HealthRule {

    @Override
    public String rule() {
        return "unreachable";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Outage outage = Outage.of(seen);
        return outage.newestCountedFailure()
                .filter(_ -> outage.isConfirmed(network))
                .map(failure -> Finding.of(
                                Subject.of(seen.node()), rule(), Verdict.DOWN, Outage.words(failure), seen.asOf())
                        .measured(network.downAfter(), network.downAfter()));
    }
}

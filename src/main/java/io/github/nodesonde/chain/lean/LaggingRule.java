package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.HeadTopic;
import io.github.nodesonde.chain.lean.network.HeadTopic.Lagging;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Degrades a node whose head is too far behind the network's highest. */
@Component
final class LaggingRule implements LeanRule {

    @Override
    public String rule() {
        return "lagging";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        Node node = seen.node();
        long allowed = ((LeanNetworkSettings) network.settings()).lagAllowed(node.interval());
        return HeadTopic.in(view)
                .flatMap(head -> head.maxSlot()
                        .flatMap(max -> head.lagging().stream()
                                .filter(lagging ->
                                        lagging.node().equals(node.id().value()))
                                .findFirst()
                                .map(lagging -> Finding.of(
                                                Subject.of(node),
                                                rule(),
                                                Verdict.DEGRADED,
                                                because(lagging, max),
                                                seen.asOf())
                                        .measured((double) lagging.behindSlots(), (double) allowed))));
    }

    private static String because(Lagging lagging, long max) {
        return "head slot " + (max - lagging.behindSlots()) + " is " + lagging.behindSlots() + " behind the network's "
                + max;
    }
}

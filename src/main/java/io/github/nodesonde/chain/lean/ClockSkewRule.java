package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClient.OwnClock;
import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.network.ClockTopic;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Degrades a node whose own clock differs too much from the wall slot. */
@Component
final class ClockSkewRule implements LeanRule {

    private final LeanClients clients;

    ClockSkewRule(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String rule() {
        return "clock-skew";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return ClockTopic.in(view).stream()
                .flatMap(clock -> clock.skewed().stream())
                .filter(skewed -> skewed.node().equals(seen.node().id().value()))
                .findFirst()
                .map(skewed -> Finding.of(
                                Subject.of(seen.node()),
                                rule(),
                                Verdict.DEGRADED,
                                "its own current slot is " + inWords(skewed.skewSlots()) + " the wall slot",
                                seen.asOf())
                        .measured((double) skewed.skewSlots(), (double) allowed(seen)));
    }

    private long allowed(NodeSnapshot seen) {
        return clients.of(seen)
                .map(known -> known.client().ownClock())
                .orElse(OwnClock.EXACT)
                .allowedSlots();
    }

    private static String inWords(long skew) {
        return Math.abs(skew) + (skew > 0 ? " ahead of" : " behind");
    }
}

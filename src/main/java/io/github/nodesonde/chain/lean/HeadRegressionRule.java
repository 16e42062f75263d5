package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.HeadFalls;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Degrades, for ten rounds, a node whose head fell though its process ran on. */
@Component
final class HeadRegressionRule implements LeanRule {

    private static final int ROUNDS = 10;

    @Override
    public String rule() {
        return "head-regression";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        long allowed = ((LeanNetworkSettings) network.settings()).heads().lagClearSlots();
        Instant oldest = seen.rounds().stream()
                .limit(ROUNDS)
                .reduce((_, older) -> older)
                .map(round -> round.endedAt())
                .orElse(seen.asOf());
        return HeadFalls.in(seen, allowed).stream()
                .filter(fall -> !fall.at().isBefore(oldest))
                .findFirst()
                .map(fall -> Finding.of(
                                Subject.of(seen.node()),
                                rule(),
                                Verdict.DEGRADED,
                                "its head fell from slot " + fall.from() + " to " + fall.to() + " without a restart",
                                seen.asOf())
                        .measured((double) (fall.from() - fall.to()), (double) allowed));
    }
}

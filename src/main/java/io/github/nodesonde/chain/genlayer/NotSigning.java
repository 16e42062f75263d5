package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator is active and its node synced, yet for an hour it has neither committed nor revealed. */
@Component
final class NotSigning implements GenLayerRule {

    private static final Duration LONG = Duration.ofHours(1);

    @Override
    public String rule() {
        return "not-signing";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return ValidatorMemory.in(Optional.of(view))
                .idle(seen)
                .filter(idle -> idle.compareTo(LONG) >= 0)
                .map(idle -> Finding.of(
                                Subject.of(seen.node()),
                                rule(),
                                Verdict.DEGRADED,
                                "active and synced, yet neither committed nor revealed for " + idle.toMinutes()
                                        + " minutes",
                                seen.asOf())
                        .measured((double) idle.toSeconds(), (double) LONG.toSeconds()));
    }
}

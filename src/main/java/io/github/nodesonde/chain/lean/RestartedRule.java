package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a node whose process started a short while ago. Worsens nothing. */
@Component
final class RestartedRule implements LeanRule {

    private static final Duration NEWS = Duration.ofMinutes(10);

    @Override
    public String rule() {
        return "restarted";
    }

    /** A start that lies ahead of our clock tells nothing. */
    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return Told.by(seen, NodeSignals.PROCESS_START_TIME)
                .map(start -> seen.asOf().toEpochMilli() / 1000.0 - start.value())
                .filter(age -> age >= 0 && age < NEWS.toSeconds())
                .map(age -> Finding.of(
                                Subject.of(seen.node()),
                                rule(),
                                Verdict.UP,
                                "its process started within the last ten minutes",
                                seen.asOf())
                        .measured(Math.floor(age), (double) NEWS.toSeconds()));
    }
}

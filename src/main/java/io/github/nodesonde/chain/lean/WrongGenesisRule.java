package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.ClockTopic;
import io.github.nodesonde.chain.lean.network.GenesisTopic;
import io.github.nodesonde.chain.lean.network.GenesisTopic.Because;
import io.github.nodesonde.chain.lean.network.GenesisTopic.Mismatched;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts down a node that is of another chain than its network. */
@Component
final class WrongGenesisRule implements LeanRule {

    @Override
    public String rule() {
        return "wrong-genesis";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return GenesisTopic.in(view).stream()
                .flatMap(genesis -> genesis.mismatched().stream())
                .filter(mismatched -> mismatched.node().equals(seen.node().id().value()))
                .findFirst()
                .map(mismatched -> Finding.of(
                        Subject.of(seen.node()), rule(), Verdict.DOWN, because(mismatched, view), seen.asOf()));
    }

    private static String because(Mismatched mismatched, NetworkView view) {
        return mismatched.because().equals(Because.GENESIS_TIME.label())
                ? "its chain began at " + shown(mismatched.genesisAt()) + ", the network's at "
                        + shown(ClockTopic.in(view).flatMap(ClockTopic::genesisAt))
                : "its chain differs from the network's by " + mismatched.because();
    }

    private static String shown(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("a time that its nodes disagree about");
    }
}

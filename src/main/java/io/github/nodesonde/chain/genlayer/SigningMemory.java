package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Votes;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Since when each node that should sign has told the same counts. A node that was lost from sight in between, or was not
 * active or not synced, is watched anew: nobody knows what it should have done.
 */
record SigningMemory(Map<NodeId, Watch> watches) {

    private static final SigningMemory NOTHING = new SigningMemory(Map.of());

    SigningMemory {
        watches = Map.copyOf(watches);
    }

    /** The counts of a node, and since when they are known to stand. */
    record Watch(Votes votes, Instant since) {

        private boolean continues(Votes told, Instant now) {
            return votes.equals(told) && !since.isAfter(now);
        }
    }

    /** What a view remembers; nothing where there is none. */
    static SigningMemory in(Optional<NetworkView> view) {
        return view.flatMap(NetworkView::memory)
                .filter(SigningMemory.class::isInstance)
                .map(SigningMemory.class::cast)
                .orElse(NOTHING);
    }

    /** This after one more look. */
    SigningMemory after(List<NodeSnapshot> nodes, Instant now) {
        var watched = new HashMap<NodeId, Watch>();
        nodes.forEach(node -> due(node)
                .ifPresent(votes -> watched.put(
                        node.node().id(),
                        Optional.ofNullable(watches.get(node.node().id()))
                                .filter(watch -> watch.continues(votes, now))
                                .orElse(new Watch(votes, now)))));
        return new SigningMemory(watched);
    }

    /** For how long the node has not signed though it should have, as far as it was watched; empty when it need not. */
    Optional<Duration> idle(NodeSnapshot seen) {
        return Optional.ofNullable(watches.get(seen.node().id()))
                .map(watch -> Duration.between(watch.since(), seen.asOf()));
    }

    /** The counts of a node that is known to be active and synced. */
    private static Optional<Votes> due(NodeSnapshot seen) {
        boolean active = StakingView.of(seen)
                .flatMap(ValidatorStaking::figures)
                .flatMap(ValidatorFigures::inActiveSet)
                .orElse(false);
        return seen.report(MetricsProbe.NAME, NodeMetrics.class)
                .filter(metrics -> active && metrics.synced().orElse(false))
                .flatMap(NodeMetrics::votes);
    }
}

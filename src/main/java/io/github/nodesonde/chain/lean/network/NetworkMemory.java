package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.network.Lasting.Condition;
import io.github.nodesonde.health.Dated;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.PerNode;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of the looks before.
 *
 * @param lasting what holds, and since when
 * @param nodes as they were watched, for what was read of a snapshot need not be read of it again
 * @param falls how often each node's head fell; empty of a node that never told a head
 */
public record NetworkMemory(Lasting lasting, PerNode<WatchedNode> nodes, PerNode<Optional<HeadFalls>> falls)
        implements Dated {

    private static final NetworkMemory NOTHING = new NetworkMemory(Lasting.NOTHING, PerNode.none(), PerNode.none());

    /** What a view remembers; nothing where there is none, or it was not this kind's. */
    public static NetworkMemory in(Optional<NetworkView> view) {
        return view.flatMap(NetworkView::memory)
                .filter(NetworkMemory.class::isInstance)
                .map(NetworkMemory.class::cast)
                .orElse(NOTHING);
    }

    /** Whether what the node says of its sync and what its head says were at odds in three of its rounds. */
    public boolean isLastinglyDisputed(NodeSnapshot seen) {
        return lasting.held(new Condition.SyncDisagreement(seen.node().id()), List.of(seen));
    }

    /** How often the head of a node fell; empty where it never told one. */
    public Optional<HeadFalls> fallsOf(NodeId node) {
        return Optional.ofNullable(falls.get(node)).flatMap(known -> known);
    }

    @Override
    public NetworkMemory later(Duration by) {
        return new NetworkMemory(lasting.later(by), nodes, falls.each(known -> known.map(fallen -> fallen.later(by))));
    }

    NetworkMemory after(
            Set<Condition> holding,
            List<NodeSnapshot> seen,
            PerNode<WatchedNode> nodes,
            long headMayFallBy,
            Instant now) {
        return new NetworkMemory(
                lasting.after(holding, now),
                nodes,
                PerNode.of(
                        seen,
                        falls,
                        (node, before) -> HeadFalls.after(before.flatMap(known -> known), node, headMayFallBy)));
    }
}

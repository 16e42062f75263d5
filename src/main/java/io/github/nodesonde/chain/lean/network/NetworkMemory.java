package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.network.Lasting.Condition;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of the looks before.
 *
 * @param lasting what holds, and since when
 * @param falls how often each node's head fell; of a node that never told a head there is none
 */
public record NetworkMemory(Lasting lasting, Map<NodeId, HeadFalls> falls) {

    private static final NetworkMemory NOTHING = new NetworkMemory(Lasting.NOTHING, Map.of());

    public NetworkMemory {
        falls = Map.copyOf(falls);
    }

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

    NetworkMemory after(Set<Condition> holding, List<WatchedNode> nodes, long headMayFallBy, Instant now) {
        var counted = new HashMap<NodeId, HeadFalls>();
        nodes.forEach(node -> HeadFalls.after(Optional.ofNullable(falls.get(node.nodeId())), node.seen(), headMayFallBy)
                .ifPresent(count -> counted.put(node.nodeId(), count)));
        return new NetworkMemory(lasting.after(holding, now), counted);
    }
}

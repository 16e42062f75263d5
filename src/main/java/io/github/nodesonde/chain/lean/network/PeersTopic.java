package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.health.NetworkView;
import java.util.List;
import java.util.Optional;

/** @param isolated ids of the nodes that found no peer in a network of several */
public record PeersTopic(List<String> isolated) {

    public static final String NAME = "peers";

    public PeersTopic {
        isolated = List.copyOf(isolated);
    }

    public static PeersTopic of(List<WatchedNode> nodes) {
        return new PeersTopic(
                nodes.size() < 2
                        ? List.of()
                        : nodes.stream()
                                .filter(WatchedNode::isWithoutPeers)
                                .map(WatchedNode::id)
                                .toList());
    }

    public static Optional<PeersTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof PeersTopic topic ? Optional.of(topic) : Optional.empty();
    }
}

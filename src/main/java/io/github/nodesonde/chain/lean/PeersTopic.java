package io.github.nodesonde.chain.lean;

import io.github.nodesonde.health.NetworkView;
import java.util.List;
import java.util.Optional;

/** @param isolated ids of the nodes that found no peer in a network of several */
record PeersTopic(List<String> isolated) {

    static final String NAME = "peers";

    PeersTopic {
        isolated = List.copyOf(isolated);
    }

    static PeersTopic of(List<WatchedNode> nodes) {
        return new PeersTopic(
                nodes.size() < 2
                        ? List.of()
                        : nodes.stream()
                                .filter(WatchedNode::isWithoutPeers)
                                .map(WatchedNode::id)
                                .toList());
    }

    static Optional<PeersTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof PeersTopic topic ? Optional.of(topic) : Optional.empty();
    }
}

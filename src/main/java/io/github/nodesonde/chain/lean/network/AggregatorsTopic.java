package io.github.nodesonde.chain.lean.network;

import java.util.List;

/**
 * Who aggregates attestations, without which no slot is ever justified.
 *
 * @param nodes those that say they do
 * @param asked how many say whether they do
 */
public record AggregatorsTopic(List<String> nodes, int asked) {

    public static final String NAME = "aggregators";

    public AggregatorsTopic {
        nodes = List.copyOf(nodes);
    }

    static AggregatorsTopic of(List<WatchedNode> nodes) {
        List<WatchedNode> telling = nodes.stream()
                .filter(node -> node.state().aggregator().isPresent())
                .toList();
        return new AggregatorsTopic(
                telling.stream()
                        .filter(node -> node.state().aggregator().orElse(false))
                        .map(WatchedNode::id)
                        .toList(),
                telling.size());
    }

    /** Whether some tell, and none of them does. */
    boolean isNobody() {
        return asked > 0 && nodes.isEmpty();
    }
}

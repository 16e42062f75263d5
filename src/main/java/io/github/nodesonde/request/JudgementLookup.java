package io.github.nodesonde.request;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.NodeId;
import java.util.Optional;

/** Finds in the judgements what a request names, or tells that there is no such thing. */
public record JudgementLookup(Judgements all) {

    /** @throws Problem unknown-node */
    public NodeJudgement node(String id) {
        return NodeId.parse(id)
                .flatMap(parsed -> Optional.ofNullable(all.nodes().get(parsed)))
                .orElseThrow(() -> Problem.unknownNode(id, all.nodes().keySet()));
    }

    /** @throws Problem unknown-network */
    public NetworkJudgement network(String name) {
        return Optional.ofNullable(all.networks().get(name))
                .orElseThrow(() -> Problem.unknownNetwork(name, all.networks().keySet()));
    }
}

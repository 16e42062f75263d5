package io.github.nodesonde.actuator;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.NodeId;
import java.util.Collection;
import java.util.Optional;
import org.springframework.web.ErrorResponseException;

/** Finds in the judgements what a request names, or says that there is no such thing. */
record JudgementLookup(Judgements all) {

    /** @throws ErrorResponseException 404 */
    NodeJudgement node(String id) {
        return NodeId.parse(id)
                .map(node -> all.nodes().get(node))
                .orElseThrow(() -> unknownNode(id, all.nodes().keySet()));
    }

    /** @throws ErrorResponseException 404 */
    NetworkJudgement network(String name) {
        return Optional.ofNullable(all.networks().get(name))
                .orElseThrow(() -> Problem.UNKNOWN_NETWORK.because("The inventory has no network of that name."
                        + Nearest.hint(name, all.networks().keySet().stream())));
    }

    static ErrorResponseException unknownNode(String id, Collection<NodeId> known) {
        return Problem.UNKNOWN_NODE.because("The inventory has no node of that id."
                + Nearest.hint(id, known.stream().map(NodeId::value)));
    }
}

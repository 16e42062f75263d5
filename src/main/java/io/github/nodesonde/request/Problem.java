package io.github.nodesonde.request;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import java.util.Collection;
import java.util.List;
import org.springframework.web.ErrorResponseException;

/** Why a request gets no answer, as RFC 9457 wants it told. The detail is for people and says what was expected. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public Problem(ProblemType type, String detail) {
        super(type.status(), type.detail(detail), null);
    }

    public static Problem unknownNode(String id, Collection<NodeId> known) {
        return unknown(
                ProblemType.UNKNOWN_NODE,
                "id of a node",
                id,
                known.stream().map(NodeId::value).toList());
    }

    public static Problem unknownNetwork(String name, Collection<String> known) {
        return unknown(ProblemType.UNKNOWN_NETWORK, "name of a network", name, known);
    }

    /** @param mistakes a line for each, in the member {@code problems} */
    public static Problem brokenInventory(List<String> mistakes) {
        var problem = new Problem(
                ProblemType.BROKEN_INVENTORY,
                "Expected an inventory without mistakes. The last good one stays in force.");
        problem.getBody().setProperty("problems", List.copyOf(mistakes));
        return problem;
    }

    private static Problem unknown(ProblemType type, String expected, String written, Collection<String> known) {
        return new Problem(
                type,
                "Expected the %s of the inventory, not %s.%s"
                        .formatted(expected, PrintableText.quoted(written), NearestName.hint(written, known)));
    }
}

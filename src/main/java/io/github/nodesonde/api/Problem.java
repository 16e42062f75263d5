package io.github.nodesonde.api;

import java.net.URI;
import java.util.Collection;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request gets no answer, as RFC 9457 wants it told. The detail is for people and says what was expected. */
final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    Problem(ProblemType type, String detail) {
        super(type.status(), detail(type, type.status(), detail), null);
    }

    static Problem unknownNode(String id, Collection<String> known) {
        return new Problem(
                ProblemType.UNKNOWN_NODE,
                "Expected the id of a node of the inventory, not %s.%s"
                        .formatted(Nearest.quoted(id), Nearest.hint(id, known)));
    }

    static Problem unknownNetwork(String name, Collection<String> known) {
        return new Problem(
                ProblemType.UNKNOWN_NETWORK,
                "Expected the name of a network of the inventory, not %s.%s"
                        .formatted(Nearest.quoted(name), Nearest.hint(name, known)));
    }

    /** @param status usually the type's own; another of the same class where the type stands for several */
    static ProblemDetail detail(ProblemType type, HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/docs/problems#" + type.slug()));
        problem.setTitle(type.title());
        return problem;
    }
}

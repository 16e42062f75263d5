package io.github.nodesonde.actuator;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can be wrong with a request to this port (RFC 9457). The name, in lower case with hyphens, is what {@code type} points to. */
enum Problem {
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "Unknown query parameter"),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "Invalid query parameter"),
    MISSING_PARAMETER(HttpStatus.BAD_REQUEST, "Missing query parameter"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Bad request"),
    UNKNOWN_NODE(HttpStatus.NOT_FOUND, "Unknown node"),
    UNKNOWN_NETWORK(HttpStatus.NOT_FOUND, "Unknown network"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "Not ready"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error");

    private static final String CATALOGUE = "/docs/problems#";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** @param detail what was expected, in whole sentences */
    ErrorResponseException because(String detail) {
        return new ErrorResponseException(status, detail(detail), null);
    }

    ProblemDetail detail(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(CATALOGUE + name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(title);
        return problem;
    }

    /** The problem that a bare status stands for, as the server or the framework gives it. */
    static ProblemDetail of(HttpStatusCode status) {
        var problem = switch (status.value()) {
            case 404 -> NOT_FOUND.detail("Nothing is served at this path; / lists what is.");
            case 405 -> METHOD_NOT_ALLOWED.detail("This path takes the methods that the header Allow names.");
            case 406 -> NOT_ACCEPTABLE.detail("This path offers none of the media types in the header Accept.");
            default ->
                status.is4xxClientError()
                        ? BAD_REQUEST.detail("The request could not be read.")
                        : INTERNAL_ERROR.detail("The gateway failed to answer; its log says why.");
        };
        problem.setStatus(status.value());
        return problem;
    }
}

package io.github.nodesonde.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.UriUtils;

/** Problems of which no more is known than a status, and where problems happen. */
public final class ProblemDetails {

    private ProblemDetails() {}

    /** The problem that a bare status stands for, as the server or the framework gives it. */
    public static ProblemDetail ofStatus(HttpStatusCode status) {
        ProblemDetail problem = switch (status.value()) {
            case 404 -> ProblemType.NOT_FOUND.detail("Expected the path of a resource.");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.detail("Expected a method that the header Allow lists.");
            case 406 -> ProblemType.NOT_ACCEPTABLE.detail("Expected an Accept header that takes what is offered here.");
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE.detail("Expected a body of application/json.");
            case 501, 505 -> ProblemType.BAD_REQUEST.detail("Expected HTTP/1.1, GET or HEAD.");
            default ->
                status.is4xxClientError()
                        ? ProblemType.BAD_REQUEST.detail("Expected a well-formed request.")
                        : ProblemType.INTERNAL_ERROR.detail("The gateway failed to make this answer.");
        };
        problem.setStatus(status.value());
        return problem;
    }

    /** The same problem, now with its instance: the path of the request, encoded or not. */
    public static ProblemDetail at(String path, ProblemDetail problem) {
        problem.setInstance(URI.create(UriUtils.encodePath(UriUtils.decode(path, UTF_8), UTF_8)));
        return problem;
    }
}

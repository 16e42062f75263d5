package io.github.nodesonde.actuator;

import io.github.nodesonde.request.ProblemDetails;
import jakarta.servlet.RequestDispatcher;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The error page of this port: prints the problem that was told, else the one that the status stands for. */
final class ProblemHandler implements HandlerFunction<ServerResponse> {

    @Override
    public ServerResponse handle(ServerRequest request) {
        ProblemDetail problem = request.attribute(ProblemExceptionResolver.PROBLEM)
                .map(ProblemDetail.class::cast)
                .orElseGet(() -> ProblemDetails.ofStatus(status(request)));
        return ServerResponse.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetails.at(path(request), problem));
    }

    /** Who asks for the error page itself asks for a path that is not served. */
    private static HttpStatusCode status(ServerRequest request) {
        return HttpStatusCode.valueOf(request.attribute(RequestDispatcher.ERROR_STATUS_CODE)
                .map(Integer.class::cast)
                .orElse(404));
    }

    private static String path(ServerRequest request) {
        return request.attribute(RequestDispatcher.ERROR_REQUEST_URI)
                .map(String.class::cast)
                .orElseGet(request::path);
    }
}

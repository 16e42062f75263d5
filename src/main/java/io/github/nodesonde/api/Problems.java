package io.github.nodesonde.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/** Tells failures as problems. Nothing of the exception itself is told, neither its name nor its message. */
@Component
public final class Problems {

    private final ErrorAttributes errors;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Problems(ErrorAttributes errors, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.errors = errors;
        this.mappings = mappings;
    }

    /** The problem that an error dispatch is about. */
    public ProblemDetail dispatched(HttpServletRequest request) {
        var path = (@Nullable String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var status = (@Nullable Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable Throwable failure = errors.getError(new ServletWebRequest(request));
        String where = path == null ? request.getRequestURI() : path;
        return failure instanceof ErrorResponse known
                ? of(known, request.getMethod(), where)
                : at(where, ofStatus(HttpStatusCode.valueOf(status == null ? 404 : status), where));
    }

    /** The problem that a failure of Spring's, or one of ours, stands for. */
    ProblemDetail of(ErrorResponse failure, String method, String path) {
        return at(
                path,
                switch (failure) {
                    case Problem problem -> problem.getBody();
                    case HttpRequestMethodNotSupportedException wrong ->
                        typed(
                                ProblemType.METHOD_NOT_ALLOWED,
                                "Expected %s, not %s.".formatted(methods(wrong), Nearest.quoted(method)));
                    case HttpMediaTypeNotAcceptableException wrong ->
                        typed(
                                ProblemType.NOT_ACCEPTABLE,
                                "Expected an Accept header that takes %s."
                                        .formatted(wrong.getSupportedMediaTypes().stream()
                                                .map(MediaType::toString)
                                                .collect(joining(" or "))));
                    default -> ofStatus(failure.getStatusCode(), path);
                });
    }

    /** The problem of a failure that must not happen. */
    ProblemDetail internal(String path) {
        return at(path, ofStatus(HttpStatus.INTERNAL_SERVER_ERROR, path));
    }

    private ProblemDetail ofStatus(HttpStatusCode status, String path) {
        return switch (status.value()) {
            case 404 ->
                typed(
                        ProblemType.NOT_FOUND,
                        "Expected the path of a resource, not %s.%s"
                                .formatted(Nearest.quoted(path), Nearest.hint(path, paths())));
            case 405 -> typed(ProblemType.METHOD_NOT_ALLOWED, "Expected a method that the header Allow lists.");
            case 406 -> typed(ProblemType.NOT_ACCEPTABLE, "Expected an Accept header that takes what is offered here.");
            default ->
                status.is4xxClientError()
                        ? Problem.detail(ProblemType.BAD_REQUEST, status, "Expected a well-formed request.")
                        : Problem.detail(ProblemType.INTERNAL_ERROR, status, "The gateway failed to make this answer.");
        };
    }

    private static ProblemDetail typed(ProblemType type, String detail) {
        return Problem.detail(type, type.status(), detail);
    }

    private static ProblemDetail at(String path, ProblemDetail problem) {
        problem.setInstance(URI.create(UriUtils.encodePath(UriUtils.decode(path, UTF_8), UTF_8)));
        return problem;
    }

    private static String methods(HttpRequestMethodNotSupportedException wrong) {
        return Optional.ofNullable(wrong.getSupportedHttpMethods()).stream()
                .flatMap(Collection::stream)
                .map(HttpMethod::name)
                .sorted()
                .collect(joining(" or "));
    }

    private List<String> paths() {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.indexOf('{') < 0)
                .toList();
    }
}

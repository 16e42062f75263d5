package io.github.nodesonde.api;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemDetails;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
                : ProblemDetails.at(where, ofStatus(HttpStatusCode.valueOf(status == null ? 404 : status), where));
    }

    /** The problem that a failure of Spring's, or one of ours, stands for. */
    ProblemDetail of(ErrorResponse failure, String method, String path) {
        return ProblemDetails.at(
                path,
                switch (failure) {
                    case Problem problem -> problem.getBody();
                    case HttpRequestMethodNotSupportedException wrong ->
                        ProblemType.METHOD_NOT_ALLOWED.detail(
                                "Expected %s, not %s.".formatted(methods(wrong), PrintableText.quoted(method)));
                    case HttpMediaTypeNotAcceptableException wrong ->
                        ProblemType.NOT_ACCEPTABLE.detail("Expected an Accept header that takes %s."
                                .formatted(wrong.getSupportedMediaTypes().stream()
                                        .map(MediaType::toString)
                                        .collect(joining(" or "))));
                    default -> ofStatus(failure.getStatusCode(), path);
                });
    }

    /** The problem of a failure that must not happen. */
    ProblemDetail internal(String path) {
        return ProblemDetails.at(path, ProblemDetails.ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private ProblemDetail ofStatus(HttpStatusCode status, String path) {
        return status.value() == 404
                ? ProblemType.NOT_FOUND.detail("Expected the path of a resource, not %s.%s"
                        .formatted(PrintableText.quoted(path), NearestName.hint(path, paths())))
                : ProblemDetails.ofStatus(status);
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

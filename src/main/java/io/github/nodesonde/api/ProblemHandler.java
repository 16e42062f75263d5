package io.github.nodesonde.api;

import io.github.nodesonde.history.HistoryUnavailableException;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers failures with problems. Leaves to the error page what a browser asked for outside the API, and to the server
 * what is no failure of the API.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean ofApi = request.getRequestURI().startsWith("/api/");
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        if (failure instanceof HistoryUnavailableException unavailable) {
            return answer(new Problem(ProblemType.HISTORY_UNAVAILABLE, told(unavailable)), request, response);
        }
        if (failure instanceof ErrorResponse known) {
            if (!ofApi && wantsPage(request)) {
                response.sendError(known.getStatusCode().value());
                return null;
            }
            return answer(
                    problems.of(known, request.getMethod(), request.getRequestURI()),
                    known.getStatusCode(),
                    known.getHeaders());
        }
        if (ofApi) {
            log.error("The answer to {} could not be made", request.getRequestURI(), failure);
            ProblemDetail problem = problems.internal(request.getRequestURI());
            return answer(problem, HttpStatusCode.valueOf(problem.getStatus()), HttpHeaders.EMPTY);
        }
        throw failure;
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpStatusCode status, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String told(HistoryUnavailableException unavailable) {
        return Objects.requireNonNullElse(unavailable.getMessage(), "The history cannot be read.");
    }

    /** Whether a page is asked for by its type: whoever takes anything is no browser. */
    private static boolean wantsPage(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT)).stream()
                    .anyMatch(type ->
                            !type.isWildcardType() && type.getQualityValue() > 0 && type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}

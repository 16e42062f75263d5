package io.github.nodesonde.actuator;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns what a handler of this port throws into a problem, which {@link ProblemHandler} prints. Comes before the resolvers
 * of the main port, which this port's context would otherwise fall back on.
 */
final class ProblemExceptionResolver implements HandlerExceptionResolver, Ordered {

    static final String PROBLEM = ProblemExceptionResolver.class.getName() + ".problem";

    private static final Logger log = LoggerFactory.getLogger(ProblemExceptionResolver.class);

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Leaves alone what fails after the answer has begun or because the client is gone: nobody would read a problem. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        Exception failure = unwrapped(thrown);
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        ProblemDetail problem;
        if (failure instanceof ErrorResponse told) {
            problem = failure instanceof Problem ours ? ours.getBody() : ProblemDetails.ofStatus(told.getStatusCode());
            told.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        } else if (failure instanceof InvalidParameterException) {
            problem = ProblemDetails.ofStatus(HttpStatus.BAD_REQUEST);
        } else {
            problem = ProblemDetails.ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        request.setAttribute(PROBLEM, problem);
        try {
            response.sendError(problem.getStatus());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** What fails while an answer is written comes wrapped. */
    private static Exception unwrapped(Exception thrown) {
        return thrown.getClass() == ServletException.class && thrown.getCause() instanceof Exception cause
                ? cause
                : thrown;
    }
}

package io.github.nodesonde.api;

import io.github.nodesonde.request.ProblemDetails;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.PrintableText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Refuses what pages of other origins may not ask for with a problem, as everything else is refused. Thread-safe. */
final class CrossOriginProcessor extends DefaultCorsProcessor {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    /** Where nothing may be asked for from elsewhere, a browser that asks beforehand is told so. */
    private static final CorsConfiguration NOBODY = new CorsConfiguration();

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean allowed = super.processRequest(
                rules == null && CorsUtils.isPreFlightRequest(request) ? NOBODY : rules, request, response);
        if (!allowed) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(JSON.writeValueAsBytes(problem(request)));
        }
        return allowed;
    }

    /** Leaves the body to whoever knows the request. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }

    private static ProblemDetail problem(HttpServletRequest request) {
        String method = Objects.requireNonNullElse(
                request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD), request.getMethod());
        String origin = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ORIGIN), "");
        return ProblemDetails.at(
                request.getRequestURI(),
                ProblemType.CROSS_ORIGIN.detail(
                        "Expected GET or HEAD beneath /api/v1 from an origin that nodesonde.api.cors-origins lists, not %s from %s."
                                .formatted(PrintableText.quoted(method), PrintableText.quoted(origin))));
    }
}

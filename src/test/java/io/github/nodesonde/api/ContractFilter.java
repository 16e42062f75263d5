package io.github.nodesonde.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds every answer of a gateway under test against the API's description before it is sent, whoever asked. Streams of
 * events pass; what they send is held against it by {@link EventReader}.
 */
final class ContractFilter extends OncePerRequestFilter implements Ordered {

    private final List<String> breaches = new CopyOnWriteArrayList<>();
    private volatile Optional<ApiContract> contract = Optional.empty();

    void hold(ApiContract to) {
        contract = Optional.of(to);
    }

    void assertThatItWasKept() {
        assertThat(breaches).as("answers that are not as described").isEmpty();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new KeptResponse(response);
        chain.doFilter(request, kept);
        contract.ifPresent(described -> check(described, request, kept));
        kept.copyBodyToResponse();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return contract.isEmpty();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void check(ApiContract described, HttpServletRequest request, KeptResponse answer) {
        var failed = (@Nullable String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        try {
            described.check(
                    request.getMethod(),
                    failed == null ? request.getRequestURI() : failed,
                    answer.getStatus(),
                    Objects.requireNonNullElse(answer.getContentType(), ""),
                    answer.text());
        } catch (AssertionError breach) {
            breaches.add(String.valueOf(breach.getMessage()));
        }
    }

    private static final class KeptResponse extends ContentCachingResponseWrapper {

        KeptResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return Objects.requireNonNullElse(getContentType(), "").startsWith("text/event-stream")
                    ? getResponse().getOutputStream()
                    : super.getOutputStream();
        }

        String text() {
            return new String(getContentAsByteArray(), UTF_8);
        }
    }
}

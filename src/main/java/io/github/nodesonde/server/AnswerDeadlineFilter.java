package io.github.nodesonde.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends an answer that its reader takes too long to take, for what it is made of stays in memory until then. The time counts
 * from the first byte. The server's own write timeout knows only readers that take nothing at all. Answers that are meant to
 * last are left alone: they see to it themselves that they stay small.
 */
final class AnswerDeadlineFilter extends OncePerRequestFilter implements Ordered {

    private final Duration longest;
    private final Set<String> lasting;
    private final Runnable onCut;

    /**
     * @param lasting paths of answers that are meant to last
     * @param onCut told of each answer that was cut
     */
    AnswerDeadlineFilter(Duration longest, Set<String> lasting, Runnable onCut) {
        this.longest = longest;
        this.lasting = Set.copyOf(lasting);
        this.onCut = onCut;
    }

    /** Outside of everything, so that nothing takes the cut for a failure of its own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return lasting.contains(request.getRequestURI());
    }

    /** Closes the connection of a cut answer, lest what was sent of it looks whole. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bounded = new DeadlineResponse(response, longest);
        try {
            chain.doFilter(request, bounded);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!bounded.isCut()) {
                throw failure;
            }
        }
        if (bounded.isCut()) {
            onCut.run();
            throw DeadlineResponse.cut();
        }
    }
}

package io.github.nodesonde.actuator;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * How long the scraper waits for us.
 *
 * @param seconds not negative; empty when it does not say
 */
record ScrapeTimeout(OptionalDouble seconds) {

    static final String HEADER = "X-Prometheus-Scrape-Timeout-Seconds";

    /** What is kept back for writing and sending the page. */
    private static final double RESERVE_SECONDS = 0.5;

    private static final double NANOS_PER_SECOND = 1e9;

    /** @throws Problem bad-request, when the header is no number of seconds */
    static ScrapeTimeout of(ServerRequest request) {
        @Nullable String header = request.headers().firstHeader(HEADER);
        if (header == null) {
            return new ScrapeTimeout(OptionalDouble.empty());
        }
        try {
            double seconds = Double.parseDouble(header);
            if (seconds >= 0) {
                return new ScrapeTimeout(OptionalDouble.of(seconds));
            }
        } catch (NumberFormatException _) {
            // told below, like a number that makes no sense
        }
        throw new Problem(ProblemType.BAD_REQUEST, HEADER + " takes a number of seconds, such as 10 or 9.5.");
    }

    /** The time to spend: what the scraper leaves, never more than the bound, never negative. */
    Duration deadline(Duration bound) {
        if (seconds.isEmpty()) {
            return bound;
        }
        double left = Math.max(0, seconds.getAsDouble() - RESERVE_SECONDS);
        return left * NANOS_PER_SECOND >= bound.toNanos() ? bound : Duration.ofNanos((long) (left * NANOS_PER_SECOND));
    }
}

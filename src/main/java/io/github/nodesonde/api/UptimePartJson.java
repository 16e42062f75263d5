package io.github.nodesonde.api;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Uptime;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One part of a window, for a sparkline.
 *
 * @param worst the worst verdict that lasted for at least a hundredth of the part
 * @param uptime its {@code window} is the whole one; its times are those of the part
 */
public record UptimePartJson(String worst, UptimeJson uptime) {

    private static final int FRACTION = 100;

    static UptimePartJson of(Uptime part, UptimeJson uptime) {
        return new UptimePartJson(worst(part).label(), uptime);
    }

    private static Verdict worst(Uptime part) {
        Duration least = Duration.between(part.from(), part.to()).dividedBy(FRACTION);
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict != Verdict.MAINTENANCE)
                .filter(verdict -> part.in(verdict).compareTo(least) >= 0)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.MAINTENANCE);
    }
}

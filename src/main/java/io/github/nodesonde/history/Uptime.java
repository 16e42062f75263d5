package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long a node had which verdict between two instants. Time in which nobody watched counts as unknown, so that the
 * verdicts' times always add up to the whole.
 *
 * @param spent every verdict is a key
 */
public record Uptime(Instant from, Instant to, Map<Verdict, Duration> spent) {

    public Uptime {
        var every = new EnumMap<Verdict, Duration>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            every.put(verdict, spent.getOrDefault(verdict, Duration.ZERO));
        }
        spent = Collections.unmodifiableMap(every);
    }

    public Duration in(Verdict verdict) {
        return spent.getOrDefault(verdict, Duration.ZERO);
    }

    /**
     * The part of the time of which it is known how the node was and in which it was up or degraded. Empty when nothing is
     * known.
     */
    public OptionalDouble upRatio() {
        Duration good = in(Verdict.UP).plus(in(Verdict.DEGRADED));
        Duration known = good.plus(in(Verdict.DOWN));
        return known.isZero() ? OptionalDouble.empty() : OptionalDouble.of((double) good.toNanos() / known.toNanos());
    }
}

package io.github.nodesonde.api;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Uptime;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a node had which verdict. The five add up to the window.
 *
 * @param unknownSeconds also the time in which nobody watched
 * @param upRatio of the time of which it is known; null when nothing is
 */
public record UptimeJson(
        String node,
        String window,
        Instant fromAt,
        Instant toAt,
        double upSeconds,
        double degradedSeconds,
        double downSeconds,
        double unknownSeconds,
        double maintenanceSeconds,
        @Nullable Double upRatio) {

    static UptimeJson of(NodeId node, String window, Uptime uptime) {
        var ratio = uptime.upRatio();
        return new UptimeJson(
                node.value(),
                window,
                uptime.from(),
                uptime.to(),
                seconds(uptime, Verdict.UP),
                seconds(uptime, Verdict.DEGRADED),
                seconds(uptime, Verdict.DOWN),
                seconds(uptime, Verdict.UNKNOWN),
                seconds(uptime, Verdict.MAINTENANCE),
                ratio.isPresent() ? ratio.getAsDouble() : null);
    }

    private static double seconds(Uptime uptime, Verdict verdict) {
        return Seconds.of(uptime.in(verdict));
    }
}

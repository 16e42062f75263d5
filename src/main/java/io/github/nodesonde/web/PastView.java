package io.github.nodesonde.web;

import io.github.nodesonde.api.NodePast;
import io.github.nodesonde.api.UptimeJson;
import io.github.nodesonde.api.VerdictChangeJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a node.
 *
 * @param ratio how much of the known time it was well, in words
 * @param times how long it had which verdict, in words
 */
record PastView(String ratio, String times, DayLine day, List<Change> changes, List<IncidentRow> incidents) {

    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    /** @param to null where the gateway ceased to watch */
    record Change(
            Instant at,
            String clock,
            @Nullable String from,
            @Nullable String to,
            @Nullable String rule,
            @Nullable String because) {

        static Change of(VerdictChangeJson change) {
            return new Change(
                    change.at(),
                    Phrases.moment(change.at()),
                    change.from(),
                    change.to(),
                    change.rule(),
                    change.because());
        }
    }

    static PastView of(NodePast past) {
        Double ratio = past.day().upRatio();
        return new PastView(
                ratio == null
                        ? "Nothing is known of the last day yet."
                        : "It answered well for " + percent(ratio) + " % of the time in the last day that is known.",
                times(past.day()).entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getKey() + " "
                                + Phrases.length(Duration.ofMillis(Math.round(entry.getValue() * MILLIS))))
                        .collect(Collectors.joining(", ")),
                DayLine.of(past.line()),
                past.changes().stream().map(Change::of).toList(),
                IncidentRow.of(past.incidents()));
    }

    private static SequencedMap<String, Double> times(UptimeJson day) {
        var times = new LinkedHashMap<String, Double>();
        times.put("down", day.downSeconds());
        times.put("degraded", day.degradedSeconds());
        times.put("up", day.upSeconds());
        times.put("maintenance", day.maintenanceSeconds());
        times.put("unknown or not watched", day.unknownSeconds());
        return times;
    }

    /** Rounded down, so that 100 means all of it. */
    private static String percent(double ratio) {
        return BigDecimal.valueOf(ratio * PERCENT)
                .setScale(2, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }
}

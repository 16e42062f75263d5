package io.github.nodesonde.web;

import io.github.nodesonde.api.CountsJson;
import io.github.nodesonde.api.ProgressJson;
import io.github.nodesonde.api.SoftwareJson;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the page says, in words. */
final class Phrases {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final MathContext FOUR_FIGURES = new MathContext(4);

    private Phrases() {}

    static String headline(String verdict) {
        return switch (verdict) {
            case "up" -> "The fleet is up";
            case "degraded" -> "The fleet is degraded";
            case "down" -> "The fleet is down";
            case "maintenance" -> "The fleet is in maintenance";
            default -> "The state of the fleet is unknown";
        };
    }

    /** Such as "9 of 12 nodes are up, 1 degraded, 2 in maintenance". */
    static String counts(CountsJson nodes) {
        if (nodes.total() == 0) {
            return "no nodes";
        }
        String up = nodes.total() == 1
                ? (nodes.up() == 1 ? "its one node is up" : "its one node is not up")
                : nodes.up() == nodes.total()
                        ? "all " + nodes.total() + " nodes are up"
                        : nodes.up() + " of " + nodes.total() + " nodes " + (nodes.up() == 1 ? "is" : "are") + " up";
        return Stream.concat(
                        Stream.of(up),
                        byVerdict(nodes).entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("up") && entry.getValue() > 0)
                                .map(entry -> entry.getValue()
                                        + (entry.getKey().equals("maintenance") ? " in " : " ")
                                        + entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** Counts by verdict, the worst first. */
    static SequencedMap<String, Integer> byVerdict(CountsJson nodes) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("down", nodes.down());
        counts.put("unknown", nodes.unknown());
        counts.put("degraded", nodes.degraded());
        counts.put("up", nodes.up());
        counts.put("maintenance", nodes.maintenance());
        return counts;
    }

    /** When a network counts as down. */
    static String policy(String policy, int minUp) {
        String byCount = switch (policy) {
            case "any" -> "down when one node is";
            case "majority" -> "down when most nodes are";
            case "all" -> "down when every node is";
            default -> "never down by count";
        };
        return minUp > 0 ? byCount + ", or when fewer than " + minUp + " remain" : byCount;
    }

    /** The position alone, after its unit. */
    static Optional<String> head(@Nullable ProgressJson progress) {
        return Optional.ofNullable(progress)
                .flatMap(known -> Optional.ofNullable(known.head()).map(head -> known.unit() + " " + head));
    }

    static Optional<String> distance(@Nullable ProgressJson progress) {
        return Optional.ofNullable(progress)
                .map(ProgressJson::distance)
                .map(behind -> behind == 0 ? "at the head" : behind + " behind");
    }

    static Optional<String> software(SoftwareJson software) {
        return software(software.name(), software.version());
    }

    static Optional<String> software(@Nullable String name, @Nullable String version) {
        String told = Stream.of(name, version).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return told.isEmpty() ? Optional.empty() : Optional.of(told);
    }

    static @Nullable String yesOrNo(@Nullable Boolean holds) {
        return holds == null ? null : holds ? "yes" : "no";
    }

    /** Such as "3 s ago". */
    static String ago(@Nullable Double seconds) {
        return seconds == null ? "never answered" : length(Math.round(seconds)) + " ago";
    }

    /** How long something has lasted, such as "4 min". */
    static String lasting(Instant since, Instant asOf) {
        return length(Math.max(0, Duration.between(since, asOf).toSeconds()));
    }

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    static String label(Map.Entry<String, String> label) {
        return label.getKey() + "=" + label.getValue();
    }

    /** Such as "2026-11-22 03:46:28 UTC". */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Such as "1 slot" or "-7 slots". */
    static String distance(long count, String unit) {
        return count + " " + (Math.abs(count) == 1 ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** An exact amount with its thousands apart, such as "42,000.5 GEN". */
    static String amount(String digits, String unit) {
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        return whole.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", ",")
                + (point < 0 ? "" : digits.substring(point))
                + " " + unit.toUpperCase(Locale.ROOT);
    }

    /** A whole number as it is, any other with four figures. */
    static String number(JsonNode number) {
        return number.isIntegralNumber()
                ? number.asString()
                : number.decimalValue().round(FOUR_FIGURES).stripTrailingZeros().toPlainString();
    }

    /** Such as "14 h 30 min"; in milliseconds below one second. */
    static String length(Duration span) {
        if (span.isNegative()) {
            return "-" + length(span.negated());
        }
        if (span.toSeconds() == 0 && !span.isZero()) {
            return span.toMillis() + " ms";
        }
        String whole = length(span.toSeconds());
        return span.toHours() > 0 && span.toDays() < 2 && span.toMinutesPart() > 0
                ? whole + " " + span.toMinutesPart() + " min"
                : whole;
    }

    private static String length(long seconds) {
        var span = Duration.ofSeconds(seconds);
        if (span.toMinutes() == 0) {
            return seconds + " s";
        }
        if (span.toHours() == 0) {
            return span.toMinutes() + " min";
        }
        return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " d";
    }
}

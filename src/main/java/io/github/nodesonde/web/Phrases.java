package io.github.nodesonde.web;

import io.github.nodesonde.api.CountsJson;
import io.github.nodesonde.api.ProgressJson;
import io.github.nodesonde.api.SoftwareJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page says, in words. */
final class Phrases {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

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
        String told = Stream.of(software.name(), software.version())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return told.isEmpty() ? Optional.empty() : Optional.of(told);
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

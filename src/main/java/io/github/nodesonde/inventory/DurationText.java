package io.github.nodesonde.inventory;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and one unit. */
final class DurationText {

    private static final SequencedMap<String, ChronoUnit> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", ChronoUnit.DAYS);
        UNITS.put("h", ChronoUnit.HOURS);
        UNITS.put("m", ChronoUnit.MINUTES);
        UNITS.put("s", ChronoUnit.SECONDS);
        UNITS.put("ms", ChronoUnit.MILLIS);
    }

    /** Nine digits of any unit are far from overflow. */
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private DurationText() {}

    /** Empty when the text is none, or not positive. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)));
        return duration.isPositive() ? Optional.of(duration) : Optional.empty();
    }

    /** The shortest text that reads as the duration, which is a whole number of milliseconds. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            long inUnit = unit.getValue().getDuration().toMillis();
            if (millis % inUnit == 0) {
                return millis / inUnit + unit.getKey();
            }
        }
        throw new AssertionError("every whole number of milliseconds divides by one");
    }

    private static ChronoUnit unit(String name) {
        return Optional.ofNullable(UNITS.get(name)).orElseThrow();
    }
}

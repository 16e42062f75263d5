package io.github.nodesonde.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What both log formats take from an event alike. */
final class LogFields {

    static final String TIMESTAMP = "timestamp";
    static final String LEVEL = "level";
    static final String LOGGER = "logger";
    static final String MESSAGE = "message";
    static final String STACK_TRACE = "stack_trace";

    private static final Set<String> EVERY_LINE = Set.of(TIMESTAMP, LEVEL, LOGGER, MESSAGE, STACK_TRACE);
    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private LogFields() {}

    static String timestamp(ILoggingEvent event) {
        return RFC_3339.format(event.getInstant());
    }

    /**
     * The event's own key-value pairs, in their order: finite numbers and flags as such, everything else as text. A key
     * that every line has gets an underscore; of two alike the last counts.
     */
    static SequencedMap<String, Object> of(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, Object>();
        @Nullable List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> fields.put(EVERY_LINE.contains(pair.key) ? pair.key + "_" : pair.key, value(pair)));
        }
        return fields;
    }

    private static Object value(KeyValuePair pair) {
        return switch (pair.value) {
            case Number number when Double.isFinite(number.doubleValue()) -> number;
            case Boolean flag -> flag;
            case null, default -> String.valueOf(pair.value);
        };
    }
}

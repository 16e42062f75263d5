package io.github.nodesonde.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies an event of the stream. Grows from event to event, as a text too.
 *
 * @param run start of the gateway in milliseconds since 1970, for the count begins anew with each
 * @param number counts from 1; 0 stands for what was before the first event
 */
record EventId(long run, long number) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");

    /** Empty when the text is no id. */
    static Optional<EventId> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new EventId(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%d-%012d".formatted(run, number);
    }
}

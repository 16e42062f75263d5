package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.probe.BadAnswer;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads whole numbers of JSON answers, quoted or not: some clients quote theirs. */
public final class WholeNumber {

    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,18}");

    private WholeNumber() {}

    /**
     * The number under a key, from 0 to {@link Slots#LAST}; empty where there is none.
     *
     * @throws BadAnswer malformed, when there is something else
     */
    public static Optional<Long> in(JsonNode body, String key) throws BadAnswer {
        JsonNode field = body.path(key);
        if (field.isMissingNode() || field.isNull()) {
            return Optional.empty();
        }
        String text = field.isString() || field.isIntegralNumber() ? field.asString() : "";
        if (DIGITS.matcher(text).matches()) {
            try {
                long value = Long.parseLong(text);
                if (Slots.isSlot(value)) {
                    return Optional.of(value);
                }
            } catch (NumberFormatException _) {
                // Nineteen digits may be more than a long holds.
            }
        }
        throw BadAnswer.malformed(key + " is not a whole number from 0 to " + Slots.LAST);
    }
}

package io.github.nodesonde.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a field of the API, taken apart: by the API's conventions its last word, or its first, is the unit. */
record FieldName(List<String> words) {

    private static final Pattern BEFORE_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final String SECONDS = "seconds";

    FieldName {
        words = List.copyOf(words);
    }

    static FieldName of(String name) {
        return new FieldName(BEFORE_CAPITAL
                .splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
    }

    /** All of it, for people. */
    String label() {
        return String.join(" ", words);
    }

    boolean isDuration() {
        return words.getFirst().equals(SECONDS) || words.getLast().equals(SECONDS);
    }

    boolean isTime() {
        return words.getLast().equals("at") || words.equals(List.of("as", "of")) || words.equals(List.of("since"));
    }

    /** What a distance or an amount counts: the last of several words. */
    Optional<String> unit() {
        return words.size() > 1 ? Optional.of(words.getLast()) : Optional.empty();
    }

    boolean isDistance() {
        return unit().filter(word -> word.endsWith("s")).isPresent();
    }

    FieldName withoutUnit() {
        if (words.size() < 2) {
            return this;
        }
        return new FieldName(
                words.getFirst().equals(SECONDS) ? words.subList(1, words.size()) : words.subList(0, words.size() - 1));
    }
}

package io.github.nodesonde.metrics;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.nodesonde.text.PrintableText;
import java.util.List;

/**
 * Patterns that a metric name may match as a whole. They have the syntax of RE2, as those of Prometheus do: matching takes
 * time in proportion to the name, whatever the pattern.
 */
record NamePatterns(List<Pattern> patterns) {

    NamePatterns {
        patterns = List.copyOf(patterns);
    }

    /**
     * @param key where the patterns are written, for the message
     * @throws IllegalArgumentException that says which is no pattern, why, and what would be
     */
    static NamePatterns parse(String key, List<String> texts) {
        return new NamePatterns(texts.stream().map(text -> pattern(key, text)).toList());
    }

    boolean areNone() {
        return patterns.isEmpty();
    }

    boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private static Pattern pattern(String key, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "%s: %s is no pattern (%s); expected RE2 syntax over the whole metric name, such as go_.*"
                            .formatted(key, PrintableText.quoted(text), e.getDescription()),
                    e);
        }
    }
}

package io.github.nodesonde.exposition;

import java.util.Optional;
import java.util.Set;

/** Names of metrics and labels, and how those are spelled that only UTF-8 can. */
final class Names {

    private static final String ESCAPED = "U__";
    /** Digits of the highest code point. */
    private static final int LONGEST_HEX = 6;

    /** What types of families add to their names. */
    private static final Set<String> ADDED =
            Set.of("_bucket", "_sum", "_count", "_gsum", "_gcount", "_total", "_info", "_created");

    private Names() {}

    /** Whether the byte may be part of a name that needs no quotes. */
    static boolean isPart(int c, boolean first, boolean colons) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c >= '0' && c <= '9' && !first
                || c == ':' && colons;
    }

    /** Whether the text is a metric name that needs no quotes, or such a label name when it may have no colon. */
    static boolean isName(String text, boolean colons) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPart(text.charAt(i), i == 0, colons)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether the bytes may be a name that was escaped. */
    static boolean mayBeEscaped(byte[] text, int start, int end) {
        return end - start > ESCAPED.length() && text[start] == 'U' && text[start + 1] == '_' && text[start + 2] == '_';
    }

    static boolean mayBeEscaped(String name) {
        return name.startsWith(ESCAPED);
    }

    /**
     * What stood in quotes: what {@link #escaped} gives this for, with or without a word at its end that a type adds; empty
     * when it gives this for nothing.
     */
    static Optional<String> unescaped(String name, boolean colons) {
        if (!mayBeEscaped(name)) {
            return Optional.empty();
        }
        int word = name.lastIndexOf('_');
        return wholeUnescaped(name, colons)
                .or(() -> ADDED.contains(name.substring(word))
                        ? wholeUnescaped(name.substring(0, word), colons).map(base -> base + name.substring(word))
                        : Optional.empty());
    }

    private static Optional<String> wholeUnescaped(String name, boolean colons) {
        var text = new StringBuilder();
        int at = Math.min(name.length(), ESCAPED.length());
        while (at < name.length()) {
            int end = name.indexOf('_', at + 1);
            if (name.charAt(at) != '_') {
                text.append(name.charAt(at++));
            } else if (end == at + 1) {
                text.append('_');
                at += 2;
            } else if (end > at && end - at <= LONGEST_HEX + 1 && isHex(name, at + 1, end)) {
                int c = Integer.parseInt(name, at + 1, end, 16);
                if (!Character.isValidCodePoint(c)) {
                    return Optional.empty();
                }
                text.appendCodePoint(c);
                at = end + 1;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString())
                .filter(quoted -> escaped(quoted, colons).equals(name));
    }

    private static boolean isHex(String text, int start, int end) {
        return text.substring(start, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /**
     * A quoted name as every scraper takes it: itself where it needs no quotes, else in the escaping that Prometheus calls
     * {@code values}, which no two names share: {@code my.name} becomes {@code U__my_2e_name}.
     */
    static String escaped(String quoted, boolean colons) {
        if (isName(quoted, colons)) {
            return quoted;
        }
        var text = new StringBuilder(ESCAPED);
        int first = text.length();
        quoted.codePoints().forEach(c -> {
            if (c == '_') {
                text.append("__");
            } else if (isPart(c, text.length() == first, colons)) {
                text.appendCodePoint(c);
            } else {
                text.append('_').append(Integer.toHexString(c)).append('_');
            }
        });
        return text.toString();
    }
}

package io.github.nodesonde.exposition;

/** Names of metrics and labels, and how those are spelled that only UTF-8 can. */
final class Names {

    private static final String ESCAPED = "U__";

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

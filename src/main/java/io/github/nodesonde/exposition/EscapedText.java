package io.github.nodesonde.exposition;

/** Text as HELP lines and label values spell it. */
final class EscapedText {

    private EscapedText() {}

    /** A backslash before any character that is never escaped stands for itself. */
    static String unescaped(String text, boolean quotes) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '\\' || next == 'n' || next == '"' && quotes)) {
                plain.append(next == 'n' ? '\n' : next);
                i++;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String escaped(String text, boolean quotes) {
        String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
        return quotes ? escaped.replace("\"", "\\\"") : escaped;
    }
}

package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A sample line with names that only UTF-8 can spell, which stand in quotes: {@code {"my.name","my.label"="a",b="c"} 1}. It is
 * written anew with names that need none; see {@link Names#escaped}.
 */
final class QuotedNames {

    private final String line;
    private final UnaryOperator<String> escaped;
    private final StringBuilder labels = new StringBuilder();
    private String name;
    private int at;

    private QuotedNames(String line, UnaryOperator<String> escaped) {
        this.line = line;
        this.escaped = escaped;
        int brace = line.indexOf('{');
        this.name = line.substring(0, brace).strip();
        this.at = brace + 1;
    }

    /**
     * Empty when the line has no name in quotes where one may stand.
     *
     * @param escaped how the quoted name of a sample is kept
     */
    static Optional<byte[]> rewritten(byte[] bytes, int start, int end, UnaryOperator<String> escaped) {
        var line = new String(bytes, start, end - start, UTF_8);
        return line.indexOf('{') < 0
                ? Optional.empty()
                : new QuotedNames(line, escaped).rewritten().map(text -> text.getBytes(UTF_8));
    }

    static String quoted(String text) {
        return '"' + EscapedText.escaped(text, true) + '"';
    }

    private Optional<String> rewritten() {
        boolean rewritten = false;
        while (at < line.length() && line.charAt(at) != '}') {
            int start = at;
            String item = item();
            if (item.isEmpty()) {
                return Optional.empty();
            }
            boolean quoted = line.charAt(start) == '"';
            rewritten |= quoted;
            String text = quoted ? unescaped(item) : item;
            skipBlanks();
            if (at < line.length() && line.charAt(at) == '=') {
                at++;
                skipBlanks();
                String value = item();
                labels.append(quoted ? Names.escaped(text, false) : text)
                        .append('=')
                        .append(value)
                        .append(',');
            } else if (quoted && name.isEmpty() && !text.isEmpty()) {
                name = escaped.apply(text);
            } else {
                return Optional.empty();
            }
            skipBlanks();
            if (at < line.length() && line.charAt(at) == ',') {
                at++;
                skipBlanks();
            } else if (at >= line.length() || line.charAt(at) != '}') {
                return Optional.empty();
            }
        }
        return rewritten && at < line.length()
                ? Optional.of(name + '{' + labels + line.substring(at))
                : Optional.empty();
    }

    /** A name, or a text with its quotes; empty when neither stands here. */
    private String item() {
        int start = at;
        if (at < line.length() && line.charAt(at) == '"') {
            at++;
            while (at < line.length() && line.charAt(at) != '"') {
                at += line.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
            return at > line.length() ? "" : line.substring(start, at);
        }
        while (at < line.length() && Names.isPart(line.charAt(at), at == start, false)) {
            at++;
        }
        return line.substring(start, at);
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private static String unescaped(String quoted) {
        return EscapedText.unescaped(quoted.substring(1, quoted.length() - 1), true);
    }
}

package io.github.nodesonde.exposition;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Reads one line that should be a sample of either format: {@code name{label="value",…} value timestamp # exemplar}. One
 * pass, as lenient about blanks as Prometheus is. Timestamp and exemplar are checked or skipped, not kept.
 */
final class SampleLine {

    private final String line;
    private int at;

    private SampleLine(String line) {
        this.line = line;
    }

    /** Empty when the line is none. */
    static Optional<Sample> parse(String line) {
        return new SampleLine(line).sample();
    }

    /** Whether the text is a metric name, or a label name when it may have no colon. */
    static boolean isName(String text, boolean colons) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNamePart(text.charAt(i), i == 0, colons)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isNamePart(char c, boolean first, boolean colons) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '_'
                || c == ':' && colons
                || c >= '0' && c <= '9' && !first;
    }

    private Optional<Sample> sample() {
        String name = name(true);
        int end = at;
        skipBlanks();
        var labels = new TreeMap<String, String>();
        if (next('{')) {
            if (!readLabels(labels)) {
                return Optional.empty();
            }
            skipBlanks();
        } else if (at == end) {
            return Optional.empty();
        }
        OptionalDouble value = Numbers.parse(token());
        if (name.isEmpty() || value.isEmpty() || !restIsTimestampOrExemplar()) {
            return Optional.empty();
        }
        return Optional.of(new Sample(name, Labels.of(labels), value.getAsDouble()));
    }

    /** Reads up to the closing brace. A name twice, or one that Prometheus keeps for itself, spoils the line. */
    private boolean readLabels(Map<String, String> labels) {
        skipBlanks();
        while (!next('}')) {
            String name = name(false);
            skipBlanks();
            if (name.isEmpty() || name.startsWith("__") || !next('=')) {
                return false;
            }
            skipBlanks();
            Optional<String> value = next('"') ? quoted() : Optional.empty();
            if (value.isEmpty() || labels.put(name, value.get()) != null) {
                return false;
            }
            skipBlanks();
            boolean comma = next(',');
            skipBlanks();
            if (!comma && !peek('}')) {
                return false;
            }
        }
        return true;
    }

    /** The text up to the closing quote, unescaped; a backslash before any other character stands for itself. */
    private Optional<String> quoted() {
        var text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            if (c == '\\' && at < line.length()) {
                char escaped = line.charAt(at++);
                switch (escaped) {
                    case 'n' -> text.append('\n');
                    case '\\', '"' -> text.append(escaped);
                    default -> text.append(c).append(escaped);
                }
            } else {
                text.append(c);
            }
        }
        return Optional.empty();
    }

    private boolean restIsTimestampOrExemplar() {
        skipBlanks();
        if (at < line.length() && !peek('#')) {
            if (Numbers.parse(token()).isEmpty()) {
                return false;
            }
            skipBlanks();
        }
        return at == line.length() || peek('#');
    }

    private String name(boolean colons) {
        int start = at;
        while (at < line.length() && isNamePart(line.charAt(at), at == start, colons)) {
            at++;
        }
        return line.substring(start, at);
    }

    private String token() {
        int start = at;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private boolean next(char wanted) {
        boolean found = peek(wanted);
        if (found) {
            at++;
        }
        return found;
    }

    private boolean peek(char wanted) {
        return at < line.length() && line.charAt(at) == wanted;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

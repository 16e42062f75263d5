package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads one line that should be a sample of either format: {@code name{label="value",…} value timestamp # exemplar}. As
 * lenient about blanks as Prometheus is. Gives the series in one spelling: labels sorted by name, those without value left
 * out, no blanks, nothing escaped but what must be. Timestamp and exemplar are checked or skipped, not kept. Not
 * thread-safe; its buffers serve line after line.
 */
final class SeriesReader {

    private static final Optional<LeftOut> READ = Optional.empty();
    private static final Optional<LeftOut> UNREADABLE = Optional.of(LeftOut.UNREADABLE);
    private static final Optional<LeftOut> TOO_MANY_LABELS = Optional.of(LeftOut.TOO_MANY_LABELS);

    private final NumberReader number = new NumberReader();
    /** Of each label, sorted by name: where its name begins and ends in the line, then its value. */
    private final int[] places = new int[4 * PageReader.MAX_LABELS];

    private byte[] series = new byte[256];
    private int length;
    private double value;
    private byte[] line = {};
    private int at;
    private int end;
    private int seriesEnd;
    private int labels;

    /** Empty when the line is a sample, which then is what the accessors tell; else why it is none. */
    Optional<LeftOut> read(byte[] bytes, int start, int limit) {
        line = bytes;
        at = start;
        end = limit;
        length = 0;
        labels = 0;
        while (at < end && Names.isPart(line[at], at == start, true)) {
            at++;
        }
        int name = at;
        skipBlanks();
        if (name == start) {
            return UNREADABLE;
        }
        append(start, name);
        seriesEnd = name;
        if (next('{')) {
            Optional<LeftOut> wrong = readLabels();
            if (wrong.isPresent()) {
                return wrong;
            }
            appendLabels();
            seriesEnd = at;
            skipBlanks();
        } else if (at == name) {
            return UNREADABLE;
        }
        if (!number.read(line, at, end)) {
            return UNREADABLE;
        }
        value = number.value();
        at = number.end();
        return isAtBlankOrEnd() && restIsTimestampOrExemplar() ? READ : UNREADABLE;
    }

    double value() {
        return value;
    }

    /** The series of the line last read; only the first {@link #length()} bytes, and only until the next is read. */
    byte[] series() {
        return series;
    }

    int length() {
        return length;
    }

    /** Where the series ends in the line, as it is spelled there. */
    int seriesEnd() {
        return seriesEnd;
    }

    /** Whether the series is the one that stands in those bytes. */
    boolean isSeries(byte[] other, int from, int to) {
        return Arrays.equals(series, 0, length, other, from, to);
    }

    /** Reads up to the closing brace. A name twice, or one that Prometheus keeps for itself, spoils the line. */
    private Optional<LeftOut> readLabels() {
        skipBlanks();
        while (!next('}')) {
            int name = at;
            while (at < end && Names.isPart(line[at], at == name, false)) {
                at++;
            }
            int nameEnd = at;
            skipBlanks();
            boolean reserved = nameEnd - name >= 2 && line[name] == '_' && line[name + 1] == '_';
            if (nameEnd == name || reserved || !next('=')) {
                return UNREADABLE;
            }
            skipBlanks();
            int text = at + 1;
            if (!next('"') || !skipQuoted()) {
                return UNREADABLE;
            }
            if (labels == PageReader.MAX_LABELS) {
                return TOO_MANY_LABELS;
            }
            if (!insert(name, nameEnd, text, at - 1)) {
                return UNREADABLE;
            }
            skipBlanks();
            boolean comma = next(',');
            skipBlanks();
            if (!comma && !isAt('}')) {
                return UNREADABLE;
            }
        }
        return READ;
    }

    /** Goes past the closing quote. */
    private boolean skipQuoted() {
        while (at < end) {
            byte c = line[at++];
            if (c == '"') {
                return true;
            }
            if (c == '\\') {
                at++;
            }
        }
        return false;
    }

    /** Keeps the labels sorted by name, as most lines have them already. False when the name is there. */
    private boolean insert(int name, int nameEnd, int text, int textEnd) {
        int place = labels;
        while (place > 0) {
            int order = Arrays.compare(line, places[4 * place - 4], places[4 * place - 3], line, name, nameEnd);
            if (order == 0) {
                return false;
            }
            if (order < 0) {
                break;
            }
            place--;
        }
        System.arraycopy(places, 4 * place, places, 4 * place + 4, 4 * (labels - place));
        places[4 * place] = name;
        places[4 * place + 1] = nameEnd;
        places[4 * place + 2] = text;
        places[4 * place + 3] = textEnd;
        labels++;
        return true;
    }

    private void appendLabels() {
        char separator = '{';
        for (int i = 0; i < labels; i++) {
            int text = places[4 * i + 2];
            int textEnd = places[4 * i + 3];
            if (text < textEnd) {
                append(separator);
                append(places[4 * i], places[4 * i + 1]);
                append('=');
                append('"');
                appendValue(text, textEnd);
                append('"');
                separator = ',';
            }
        }
        if (separator == ',') {
            append('}');
        }
    }

    /** A backslash before any character that needs none stands for itself. */
    private void appendValue(int from, int to) {
        int copied = from;
        for (int i = from; i < to; i++) {
            if (line[i] == '\\') {
                byte escaped = line[++i];
                if (escaped != 'n' && escaped != '\\' && escaped != '"') {
                    append(copied, i);
                    append('\\');
                    copied = i;
                }
            }
        }
        append(copied, to);
    }

    private void append(int from, int to) {
        int more = to - from;
        if (length + more > series.length) {
            series = Arrays.copyOf(series, 2 * (length + more));
        }
        System.arraycopy(line, from, series, length, more);
        length += more;
    }

    private void append(char c) {
        if (length == series.length) {
            series = Arrays.copyOf(series, 2 * length);
        }
        series[length++] = (byte) c;
    }

    private boolean restIsTimestampOrExemplar() {
        skipBlanks();
        if (at < end && !isAt('#')) {
            if (!number.read(line, at, end)) {
                return false;
            }
            at = number.end();
            if (!isAtBlankOrEnd()) {
                return false;
            }
            skipBlanks();
        }
        return at == end || isAt('#');
    }

    private boolean isAtBlankOrEnd() {
        return at == end || isBlank(line[at]);
    }

    private void skipBlanks() {
        while (at < end && isBlank(line[at])) {
            at++;
        }
    }

    private boolean next(char wanted) {
        boolean found = isAt(wanted);
        if (found) {
            at++;
        }
        return found;
    }

    private boolean isAt(char wanted) {
        return at < end && line[at] == wanted;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }
}

package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** The lines of a page, as bytes. */
final class Lines {

    private static final byte[] HELP = "HELP".getBytes(UTF_8);
    private static final byte[] TYPE = "TYPE".getBytes(UTF_8);

    private static final byte[] EOF = "# EOF".getBytes(UTF_8);

    private Lines() {}

    /** Where the line that begins there ends: at its line feed, or at the end of the page. */
    static int end(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    static int withoutCarriageReturn(byte[] bytes, int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    static boolean isBlank(byte[] bytes, int start, int end) {
        return afterBlanks(bytes, start, end) == end;
    }

    /** Whether a line that begins with {@code #} is a HELP or a TYPE. */
    static boolean isAnnouncement(byte[] bytes, int start, int end) {
        int word = afterBlanks(bytes, start + 1, end);
        int last = word + HELP.length;
        return last <= end
                && (last == end || bytes[last] == ' ' || bytes[last] == '\t')
                && (Arrays.equals(bytes, word, last, HELP, 0, HELP.length)
                        || Arrays.equals(bytes, word, last, TYPE, 0, TYPE.length));
    }

    /** Whether the line is the one that ends a page of OpenMetrics. */
    static boolean isEndOfPage(byte[] bytes, int start, int end) {
        return Arrays.equals(bytes, start, end, EOF, 0, EOF.length);
    }

    static boolean isUtf8(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= 0) {
            at++;
        }
        if (at == end) {
            return true;
        }
        var text = new String(bytes, at, end - at, UTF_8);
        return text.indexOf('\uFFFD') < 0 || Arrays.equals(text.getBytes(UTF_8), Arrays.copyOfRange(bytes, at, end));
    }

    private static int afterBlanks(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }
}

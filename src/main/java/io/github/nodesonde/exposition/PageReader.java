package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a node prints as text format 0.0.4 or OpenMetrics 1.0.0. */
public final class PageReader {

    private static final String OPENMETRICS = "application/openmetrics-text";

    private final PageBuilder page;
    private final boolean openMetrics;
    private @Nullable UnreadablePage firstBadLine;

    private PageReader(boolean openMetrics) {
        this.openMetrics = openMetrics;
        this.page = new PageBuilder(openMetrics);
    }

    /**
     * Reads a whole page. One bad family never costs a good one: what makes no sense is dropped and counted. Where a page
     * types or describes a family twice, the first word stands. Nothing after {@code # EOF} of OpenMetrics is read; a last
     * line there that lacks its end may be half of one, and is dropped.
     *
     * @param contentType the header of the answer, empty when there was none; anything but OpenMetrics is read as 0.0.4
     * @return an empty page for an empty body, and for one that only announces families
     * @throws UnreadablePage when there are lines, yet not one good sample: an HTML page for example
     * @throws UncheckedIOException when the stream fails
     */
    public static Page read(InputStream body, String contentType) throws UnreadablePage {
        byte[] bytes;
        try {
            bytes = body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean openMetrics = contentType.strip().toLowerCase(Locale.ROOT).startsWith(OPENMETRICS);
        return new PageReader(openMetrics).page(bytes);
    }

    private Page page(byte[] bytes) throws UnreadablePage {
        int start = startsWithByteOrderMark(bytes) ? 3 : 0;
        boolean more = start < bytes.length;
        for (int number = 1; more; number++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            more = readLine(bytes, start, end, number) && end + 1 < bytes.length;
            start = end + 1;
        }
        Page read = page.build();
        boolean none = read.families().values().stream()
                .allMatch(family -> family.samples().isEmpty());
        if (none && firstBadLine != null) {
            throw firstBadLine;
        }
        if (none && read.dropped() > 0) {
            throw new UnreadablePage("no sample fits the type that the page gives its family");
        }
        return read;
    }

    /** Reads one line; false when the page ends with it, whatever follows. */
    private boolean readLine(byte[] bytes, int start, int end, int number) {
        boolean carriageReturn = end > start && bytes[end - 1] == '\r';
        int length = end - start - (carriageReturn ? 1 : 0);
        var line = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (!isUtf8(line, bytes, start, length)) {
            page.addUnreadable();
            remember(number, line);
            return true;
        }
        if (openMetrics && line.equals("# EOF")) {
            return false;
        }
        if (openMetrics && end == bytes.length) {
            page.addUnreadable();
            remember(number, line);
        } else if (!page.add(line)) {
            remember(number, line);
        }
        return true;
    }

    private void remember(int number, String line) {
        if (firstBadLine == null) {
            firstBadLine = UnreadablePage.at(number, line);
        }
    }

    /** Whether the line was decoded from what it would be encoded to: nothing in it had to be replaced. */
    private static boolean isUtf8(String line, byte[] bytes, int start, int length) {
        return line.indexOf('\uFFFD') < 0
                || Arrays.equals(
                        line.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, start, start + length));
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}

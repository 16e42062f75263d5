package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a node prints as text format 0.0.4 or OpenMetrics 1.0.0. */
public final class PageReader {

    /** Bytes of the longest line that is read. The longest HELP and label sets seen have a few hundred. */
    static final int MAX_LINE = 16 * 1024;
    /** Labels of one sample. The most that was seen are a dozen; a Prometheus with limits set bears about thirty. */
    static final int MAX_LABELS = 64;
    /** Series of one page. Nodes print hundreds or a few thousand; a page of this many fills the 8 MiB that are read of it. */
    static final int MAX_SERIES = 200_000;

    private static final String OPENMETRICS = "application/openmetrics-text";
    private static final int BYTE_ORDER_MARK = 3;

    private final boolean openMetrics;
    private final PageBuilder page;
    private final SeriesReader reader = new SeriesReader();
    private int lines;
    private boolean ended;
    private @Nullable UnreadablePage firstBadLine;

    private PageReader(Layout.Origin origin) {
        this.openMetrics = origin == Layout.Origin.OPENMETRICS;
        this.page = new PageBuilder(origin);
    }

    /**
     * Reads a whole page. One bad family never costs a good one: what makes no sense is left out and counted. Where a page
     * types or describes a family twice, the first word stands. Nothing after {@code # EOF} of OpenMetrics is read; a last
     * line there that lacks its end may be half of one, and is left out. Names that need quotes are kept as
     * {@link Names#escaped} spells them.
     *
     * @param body not kept
     * @param contentType the header of the answer, empty when there was none; anything but OpenMetrics is read as 0.0.4
     * @param before the page of the round before, if any: what it has in common with this one is taken from it, which costs
     *     next to nothing when only values changed
     * @return an empty page for an empty body, and for one that only announces families
     * @throws UnreadablePage when there are lines, yet not one good sample: an HTML page for example
     */
    public static Page read(byte[] body, String contentType, Optional<Page> before) throws UnreadablePage {
        Layout.Origin origin = origin(contentType);
        int start = startsWithByteOrderMark(body) ? BYTE_ORDER_MARK : 0;
        if (before.isPresent()) {
            Optional<Page> unchanged = RereadPage.of(before.get(), body, start, origin);
            if (unchanged.isPresent()) {
                return unchanged.get();
            }
        }
        return new PageReader(origin).page(body, start);
    }

    /**
     * The same of a page that is read while it is printed, line by line: its text is never in memory as a whole.
     *
     * @throws IOException what the printer throws
     */
    public static Page read(Printer printer, String contentType) throws IOException, UnreadablePage {
        var reader = new PageReader(origin(contentType));
        var lines = new PrintedLines(reader::takeLine);
        printer.print(lines);
        lines.close();
        return reader.built();
    }

    /**
     * The same from a stream, without a page before.
     *
     * @throws UncheckedIOException when the stream fails
     */
    public static Page read(InputStream body, String contentType) throws UnreadablePage {
        try {
            return read(body.readAllBytes(), contentType, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Layout.Origin origin(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith(OPENMETRICS)
                ? Layout.Origin.OPENMETRICS
                : Layout.Origin.PLAIN;
    }

    private Page page(byte[] bytes, int first) throws UnreadablePage {
        int start = first;
        while (start < bytes.length && !ended) {
            int end = Lines.end(bytes, start);
            takeLine(bytes, start, end, end < bytes.length);
            start = end + 1;
        }
        return built();
    }

    private Page built() throws UnreadablePage {
        Page read = page.build();
        if (read.size() == 0 && firstBadLine != null) {
            throw firstBadLine;
        }
        if (read.size() == 0 && read.dropped() > 0) {
            throw new UnreadablePage("no sample fits the type that the page gives its family");
        }
        return read;
    }

    /**
     * Takes one line, or passes it over after the end of the page.
     *
     * @param whole whether a line feed stands at its end
     */
    private void takeLine(byte[] bytes, int start, int end, boolean whole) {
        lines++;
        int last = Lines.withoutCarriageReturn(bytes, start, end);
        ended |= openMetrics && Lines.isEndOfPage(bytes, start, last);
        if (ended) {
            return;
        }
        Optional<LeftOut> wrong = wrong(bytes, start, last, whole);
        if (wrong.isPresent()) {
            page.leaveOut(wrong.get());
            if (firstBadLine == null) {
                int excerpt = Math.min(last, start + UnreadablePage.BYTES);
                firstBadLine = UnreadablePage.at(lines, new String(bytes, start, excerpt - start, UTF_8));
            }
        }
    }

    /** Empty when the line was taken; else why it was not. */
    private Optional<LeftOut> wrong(byte[] bytes, int start, int end, boolean whole) {
        if (end - start > MAX_LINE) {
            return Optional.of(LeftOut.LINE_TOO_LONG);
        }
        if (openMetrics && !whole) {
            return Optional.of(LeftOut.UNREADABLE);
        }
        if (Lines.isBlank(bytes, start, end)) {
            return Optional.empty();
        }
        if (!Lines.isUtf8(bytes, start, end)) {
            return Optional.of(LeftOut.UNREADABLE);
        }
        if (bytes[start] == '#') {
            boolean sense = !Lines.isAnnouncement(bytes, start, end) || page.announce(bytes, start, end);
            return sense ? Optional.empty() : Optional.of(LeftOut.UNREADABLE);
        }
        Optional<LeftOut> wrong = reader.read(bytes, start, end);
        int lineEnd = end;
        if (wrong.isPresent()) {
            Optional<byte[]> plain = QuotedNames.rewritten(bytes, start, end, page::escaped);
            if (plain.isPresent()) {
                lineEnd = plain.get().length;
                wrong = reader.read(plain.get(), 0, lineEnd);
            }
        }
        if (wrong.isEmpty()) {
            // A line without quoted names ends as the one that it was made of.
            page.add(reader, bytes, start, end - (lineEnd - reader.seriesEnd()));
        }
        return wrong;
    }

    /** Prints a page. */
    @FunctionalInterface
    public interface Printer {
        void print(OutputStream out) throws IOException;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }
}

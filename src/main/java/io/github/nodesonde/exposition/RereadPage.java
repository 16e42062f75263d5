package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page whose lines are those of the page before but for their values: the common case, round after round. Each line
 * is compared with the one that stood there, as it was spelled, and only its number read; HELP and TYPE lines are compared
 * as many at once as stand together.
 *
 * <p>Measured with pages recorded of a Python and a Go node, of 101 and 48 series: 104 bytes allocated beyond values, 1.8 and
 * 1.4 µs of processor time, which is more than 5 GB/s; read anew, 126 and 131 kB, 64 and 104 MB/s. More than half of what such a
 * page has is HELP and TYPE, compared in a few strides.
 */
final class RereadPage {

    private final byte[] bytes;
    private final Shape shape;
    private final SeriesText sent;
    private final byte[] announcements;
    private final boolean openMetrics;
    private final double[] values;
    private final NumberReader number = new NumberReader();
    private @Nullable SeriesReader reader;
    private int announced;
    private int series;

    private RereadPage(Shape shape, byte[] bytes) {
        this.bytes = bytes;
        this.shape = shape;
        this.sent = shape.sent();
        this.announcements = shape.layout().announcements();
        this.openMetrics = shape.layout().origin() == Layout.Origin.OPENMETRICS;
        this.values = new double[shape.size()];
    }

    /** Empty when more than values has changed. */
    static Optional<Page> of(Page before, byte[] bytes, int start, Layout.Origin origin) {
        Shape shape = before.shape();
        if (shape.layout().origin() != origin || shape.size() == 0) {
            return Optional.empty();
        }
        var page = new RereadPage(shape, bytes);
        return page.isRead(start) ? Optional.of(new Page(shape, page.values)) : Optional.empty();
    }

    private boolean isRead(int first) {
        int at = first;
        while (at < bytes.length && at >= 0) {
            at = switch (bytes[at]) {
                case '#' -> afterComments(at);
                case '\n' -> at + 1;
                default -> afterSample(at);
            };
        }
        return at >= 0 && series == shape.size() && announced == announcements.length;
    }

    /** The place after the lines that stood here; negative when others do. */
    private int afterComments(int start) {
        int differs = Arrays.mismatch(bytes, start, bytes.length, announcements, announced, announcements.length);
        int same = differs < 0 ? announcements.length - announced : differs;
        while (same > 0 && announcements[announced + same - 1] != '\n') {
            same--;
        }
        announced += same;
        return same > 0 ? start + same : afterOtherComment(start);
    }

    private int afterOtherComment(int start) {
        int end = Lines.end(bytes, start);
        int last = Lines.withoutCarriageReturn(bytes, start, end);
        if (openMetrics && Lines.isEndOfPage(bytes, start, last)) {
            return bytes.length;
        }
        return openMetrics && end == bytes.length
                        || Lines.isAnnouncement(bytes, start, last)
                        || !Lines.isUtf8(bytes, start, last)
                ? -1
                : end + 1;
    }

    private int afterSample(int start) {
        if (series == sent.size()) {
            return afterOtherSpelling(start);
        }
        int from = sent.start(series);
        int to = sent.end(series);
        int blank = start + to - from;
        if (blank >= bytes.length
                || bytes[blank] != ' '
                || !Arrays.equals(bytes, start, blank, sent.bytes(), from, to)
                || !number.read(bytes, blank + 1, bytes.length)) {
            return afterOtherSpelling(start);
        }
        int end = number.end();
        if (end < bytes.length && bytes[end] == '\r') {
            end++;
        }
        if ((end < bytes.length ? bytes[end] != '\n' : openMetrics) || end - start > PageReader.MAX_LINE) {
            return afterOtherSpelling(start);
        }
        values[series++] = number.value();
        return end + 1;
    }

    /** The same series may be spelled otherwise than it was: with more blanks, or a timestamp behind it. */
    private int afterOtherSpelling(int start) {
        int end = Lines.end(bytes, start);
        int last = Lines.withoutCarriageReturn(bytes, start, end);
        boolean cut = openMetrics && end == bytes.length;
        if (!cut && last - start <= PageReader.MAX_LINE && Lines.isBlank(bytes, start, last)) {
            return end + 1;
        }
        if (reader == null) {
            reader = new SeriesReader();
        }
        if (cut
                || series == shape.size()
                || last - start > PageReader.MAX_LINE
                || !Lines.isUtf8(bytes, start, last)
                || reader.read(bytes, start, last).isPresent()
                || !reader.isSeries(shape.text(), shape.start(series), shape.end(series))) {
            return -1;
        }
        values[series++] = reader.value();
        return end + 1;
    }
}

package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a page whose lines are those of the page before but for their values: the common case, round after round. Each line
 * is compared with the one that stood there, and only its number read.
 *
 * <p>Nothing is allocated but the values, and buffers once a page: what that takes, and how fast it is, is measured by
 * {@code ExpositionBenchmark}.
 */
final class RereadPage {

    private final byte[] bytes;
    private final Shape shape;
    private final byte[] announcements;
    private final boolean openMetrics;
    private final double[] values;
    private final NumberReader number = new NumberReader();
    private int announced;
    private int series;

    private RereadPage(Shape shape, byte[] bytes) {
        this.bytes = bytes;
        this.shape = shape;
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
            at = bytes[at] == '#' ? afterComment(at) : afterSample(at);
        }
        return at >= 0 && series == shape.size() && announced == announcements.length;
    }

    /** The place after the line; negative when it is not the one that stood here. */
    private int afterComment(int start) {
        int lineEnd = announced;
        while (lineEnd < announcements.length && announcements[lineEnd] != '\n') {
            lineEnd++;
        }
        int length = lineEnd - announced;
        int end = start + length;
        if (length > 0
                && end < bytes.length
                && bytes[end] == '\n'
                && Arrays.equals(bytes, start, end, announcements, announced, lineEnd)) {
            announced = lineEnd + 1;
            return end + 1;
        }
        return afterOtherComment(start);
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
        if (series == shape.size()) {
            return -1;
        }
        int from = shape.start(series);
        int to = shape.end(series);
        int blank = start + to - from;
        if (blank >= bytes.length
                || bytes[blank] != ' '
                || !Arrays.equals(bytes, start, blank, shape.text(), from, to)
                || !number.read(bytes, blank + 1, bytes.length)) {
            return -1;
        }
        int end = number.end();
        if (end < bytes.length && bytes[end] == '\r') {
            end++;
        }
        if (end < bytes.length ? bytes[end] != '\n' : openMetrics) {
            return -1;
        }
        values[series++] = number.value();
        return end + 1;
    }
}

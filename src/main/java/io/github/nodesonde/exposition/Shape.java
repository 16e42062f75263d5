package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A page without its values: every series once, as the text formats spell it. Immutable, and shared by all pages of the same. */
final class Shape {

    private static final Pool<Shape> POOL = new Pool<>();

    private final Layout layout;
    /** Each series as {@code name} or {@code name{a="b",c="d"}}, labels sorted by name. */
    private final SeriesText kept;
    /** The same as the node spells them, mostly the very same. */
    private final SeriesText sent;

    /** Of each series in {@link #kept}, where its name ends. */
    private final int[] nameEnds;

    private final int mostLabels;
    private final int longestValue;

    private Shape(Layout layout, SeriesText kept, SeriesText sent, int[] nameEnds, int mostLabels, int longestValue) {
        this.layout = layout;
        this.kept = kept;
        this.sent = sent;
        this.nameEnds = nameEnds;
        this.mostLabels = mostLabels;
        this.longestValue = longestValue;
    }

    /** @param labels those of all series */
    static Shape of(Layout layout, SeriesText kept, SeriesText sent, LabelCensus labels) {
        return POOL.shared(new Shape(layout, kept, sent, nameEnds(kept), labels.most(), labels.longestValue()));
    }

    /** The same series, other families. */
    Shape with(Layout other) {
        return new Shape(other, kept, sent, nameEnds, mostLabels, longestValue);
    }

    Layout layout() {
        return layout;
    }

    SeriesText sent() {
        return sent;
    }

    /** Whether no series has more labels, and no value of one more bytes as it is spelled. */
    boolean hasLabelsWithin(int most, int bytesOfValue) {
        return mostLabels <= most && longestValue <= bytesOfValue;
    }

    int size() {
        return kept.size();
    }

    byte[] text() {
        return kept.bytes();
    }

    int start(int series) {
        return kept.start(series);
    }

    int end(int series) {
        return kept.end(series);
    }

    /** Where the series' name ends in the text: looked for once, for it is asked for each time the series is written. */
    int nameEnd(int series) {
        return nameEnds[series];
    }

    private static int[] nameEnds(SeriesText text) {
        var ends = new int[text.size()];
        for (int series = 0; series < ends.length; series++) {
            int at = text.start(series);
            while (at < text.end(series) && text.bytes()[at] != '{') {
                at++;
            }
            ends[series] = at;
        }
        return ends;
    }

    Sample sample(int series, double value) {
        int nameEnd = nameEnd(series);
        var name = new String(text(), start(series), nameEnd - start(series), UTF_8);
        return new Sample(name, labels(nameEnd, end(series)), value);
    }

    private Labels labels(int from, int end) {
        if (from == end) {
            return Labels.NONE;
        }
        byte[] text = text();
        var labels = new TreeMap<String, String>();
        int at = from + 1;
        while (at < end) {
            int equals = at;
            while (text[equals] != '=') {
                equals++;
            }
            int quote = endOfValue(text, equals + 2);
            var value = new String(text, equals + 2, quote - equals - 2, UTF_8);
            labels.put(new String(text, at, equals - at, UTF_8), EscapedText.unescaped(value, true));
            at = quote + 2;
        }
        return new Labels(labels);
    }

    /** The place of the quote that ends the label value which begins there. */
    static int endOfValue(byte[] text, int from) {
        int at = from;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Shape shape
                        && layout.equals(shape.layout)
                        && kept.equals(shape.kept)
                        && sent.equals(shape.sent);
    }

    @Override
    public int hashCode() {
        return kept.hashCode();
    }
}

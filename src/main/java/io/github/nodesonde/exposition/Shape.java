package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A page without its values: every series once, as the text formats spell it. Immutable, and shared by all pages of the same. */
final class Shape {

    private static final Pool<Shape> POOL = new Pool<>();

    private final Layout layout;
    /** All series, one after the other: {@code name} or {@code name{a="b",c="d"}}, labels sorted by name. */
    private final byte[] text;

    private final int[] ends;

    private Shape(Layout layout, byte[] text, int[] ends) {
        this.layout = layout;
        this.text = text;
        this.ends = ends;
    }

    static Shape of(Layout layout, byte[] text, int[] ends) {
        return POOL.shared(new Shape(layout, text, ends));
    }

    /** The same series, other families. */
    Shape with(Layout other) {
        return new Shape(other, text, ends);
    }

    Layout layout() {
        return layout;
    }

    int size() {
        return ends.length;
    }

    byte[] text() {
        return text;
    }

    int start(int series) {
        return series == 0 ? 0 : ends[series - 1];
    }

    int end(int series) {
        return ends[series];
    }

    /** Where the series' name ends in the text. */
    int nameEnd(int series) {
        int end = end(series);
        for (int i = start(series); i < end; i++) {
            if (text[i] == '{') {
                return i;
            }
        }
        return end;
    }

    Sample sample(int series, double value) {
        int nameEnd = nameEnd(series);
        var name = new String(text, start(series), nameEnd - start(series), UTF_8);
        return new Sample(name, labels(nameEnd, end(series)), value);
    }

    private Labels labels(int from, int end) {
        if (from == end) {
            return Labels.NONE;
        }
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
                        && Arrays.equals(ends, shape.ends)
                        && Arrays.equals(text, shape.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }
}

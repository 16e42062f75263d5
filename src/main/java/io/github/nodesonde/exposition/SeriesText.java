package io.github.nodesonde.exposition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of several series, one after the other. Immutable. */
final class SeriesText {

    private final byte[] bytes;
    private final int[] ends;

    /** Keeps the arrays, and does not copy them. */
    SeriesText(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    int size() {
        return ends.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int series) {
        return series == 0 ? 0 : ends[series - 1];
    }

    int end(int series) {
        return ends[series];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof SeriesText text
                        && Arrays.equals(ends, text.ends)
                        && Arrays.equals(bytes, text.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}

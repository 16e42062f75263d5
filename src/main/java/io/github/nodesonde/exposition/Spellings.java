package io.github.nodesonde.exposition;

import java.util.Arrays;

/**
 * How a node spells its series, where that differs from how they are kept: the labels in another order, a name in quotes. A
 * page is compared with it in the next round. Costs nothing while nothing differs. Not thread-safe.
 */
final class Spellings {

    private byte[] text = {};
    private int[] ends = {};
    private int size;
    private boolean differ;

    /** Takes the spelling of the series that was added to the table last. */
    void add(SeriesTable table, byte[] line, int from, int to) {
        int series = table.size() - 1;
        if (!differ) {
            if (Arrays.equals(line, from, to, table.text(), table.start(series), table.end(series))) {
                return;
            }
            differ = true;
            text = Arrays.copyOf(table.text(), 2 * table.end(series));
            ends = Arrays.copyOf(table.copyOfEnds(), 2 * table.size());
            size = series;
        }
        int start = size == 0 ? 0 : ends[size - 1];
        int end = start + to - from;
        if (end > text.length) {
            text = Arrays.copyOf(text, 2 * end);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(line, from, text, start, to - from);
        ends[size++] = end;
    }

    /** The spellings; what is kept itself, where they are the same. */
    SeriesText build(SeriesText kept) {
        return differ ? new SeriesText(Arrays.copyOf(text, ends[size - 1]), Arrays.copyOf(ends, size)) : kept;
    }
}

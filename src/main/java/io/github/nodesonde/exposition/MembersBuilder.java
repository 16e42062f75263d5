package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Gathers the series of one family. Not thread-safe. */
final class MembersBuilder {

    private final Family family;
    private final Bound bound = new Bound();
    private int[] series = new int[4];
    private byte[] suffixes = new byte[4];
    private int size;
    private boolean allPlain = true;

    MembersBuilder(Family family) {
        this.family = family;
    }

    void add(SeriesTable table, int place, int suffix) {
        if (size == series.length) {
            series = Arrays.copyOf(series, 2 * size);
            suffixes = Arrays.copyOf(suffixes, 2 * size);
        }
        series[size] = place;
        suffixes[size++] = (byte) suffix;
        allPlain &= !bound.find(family.type(), suffix, table.text(), table.start(place), table.end(place))
                || bound.isPlain();
    }

    /** Leaves out what another bucket of the same bound, spelled otherwise, has told before; gives how many. */
    int distinct(SeriesTable table) {
        if (allPlain) {
            return 0;
        }
        Set<String> seen = new HashSet<>();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int from = table.start(series[i]);
            int to = table.end(series[i]);
            boolean bounded = bound.find(family.type(), suffixes[i], table.text(), from, to);
            if (!bounded
                    || seen.add(new String(table.text(), from, bound.start() - from, UTF_8)
                            + bound.canonical()
                            + new String(table.text(), bound.end(), to - bound.end(), UTF_8))) {
                series[kept] = series[i];
                suffixes[kept++] = suffixes[i];
            }
        }
        int twice = size - kept;
        size = kept;
        return twice;
    }

    Members build() {
        return new Members(
                family.name(),
                family.type(),
                family.help(),
                Arrays.copyOf(series, size),
                Arrays.copyOf(suffixes, size));
    }
}

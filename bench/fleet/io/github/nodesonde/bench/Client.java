package io.github.nodesonde.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one client asked the simulated fleet, as its processes tell it.
 *
 * @param questions at {@code /metrics}, so far
 * @param nodes asked there at least once
 * @param healths questions at {@code /health}, so far
 * @param gaps how often two questions to a node that was well were so many milliseconds apart
 * @param slices how many questions came in that tenth of a second of the machine's monotonic clock
 */
record Client(
        long questions, long nodes, long healths, SortedMap<Long, Long> gaps, SortedMap<Long, Long> slices) {

    static final Client NONE = new Client(0, 0, 0, new TreeMap<>(), new TreeMap<>());

    /** With what another process of the fleet told in {@link ClientTally#told()}. */
    Client plus(String told) {
        String[] fields = told.split(";", -1);
        return new Client(
                questions + Long.parseLong(fields[0]),
                nodes + Long.parseLong(fields[1]),
                healths + Long.parseLong(fields[2]),
                sum(gaps, fields[3]),
                sum(slices, fields[4]));
    }

    /** The gap in milliseconds that this part of all gaps does not exceed; -1 when there are none. */
    long gap(double part) {
        long all = gaps.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (var gap : gaps.entrySet()) {
            before += gap.getValue();
            if (before >= part * all) {
                return gap.getKey();
            }
        }
        return -1;
    }

    /** The questions of each tenth of a second, empty ones included, without the first and the last, which are cut. */
    List<Long> wholeSlices() {
        var whole = new ArrayList<Long>();
        for (long slice = slices.firstKey() + 1; slice < slices.lastKey(); slice++) {
            whole.add(slices.getOrDefault(slice, 0L));
        }
        return whole;
    }

    private static SortedMap<Long, Long> sum(SortedMap<Long, Long> counts, String told) {
        var all = new TreeMap<>(counts);
        for (String count : told.isEmpty() ? new String[0] : told.split(",", -1)) {
            String[] pair = count.split(":", -1);
            all.merge(Long.valueOf(pair[0]), Long.valueOf(pair[1]), Long::sum);
        }
        return all;
    }
}

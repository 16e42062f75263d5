package io.github.nodesonde.exposition;

import java.util.Comparator;
import java.util.Map;

/**
 * What makes two samples one series. Comparable because hash tables fall back on it: a page of series whose hashes were
 * made to collide must not take quadratic time.
 */
record Series(String name, Labels labels) implements Comparable<Series> {

    private static final Comparator<Map.Entry<String, String>> LABEL =
            Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue());

    static Series of(Sample sample) {
        return new Series(sample.name(), sample.labels());
    }

    @Override
    public int compareTo(Series other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : compare(labels, other.labels);
    }

    private static int compare(Labels one, Labels other) {
        var others = other.byName().entrySet().iterator();
        for (var label : one.byName().entrySet()) {
            int difference = others.hasNext() ? LABEL.compare(label, others.next()) : 1;
            if (difference != 0) {
                return difference;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}

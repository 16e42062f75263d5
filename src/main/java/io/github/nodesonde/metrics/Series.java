package io.github.nodesonde.metrics;

import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One series of ours of some subject.
 *
 * @param labels the signal's own, beside those that say whose it is; never changed
 */
record Series(Signal signal, SortedMap<String, String> labels) {

    private static final SortedMap<String, String> UNLABELLED = Collections.unmodifiableSortedMap(new TreeMap<>());

    static Series of(Signal signal) {
        return new Series(signal, UNLABELLED);
    }

    static Series of(Reading reading) {
        return new Series(reading.signal(), reading.labels());
    }

    /** The same with one more label, which must be one of the signal's. */
    Series with(String label, String value) {
        if (!signal.labels().contains(label)) {
            throw new IllegalArgumentException(signal.name() + " has no label " + label);
        }
        var more = new TreeMap<>(labels);
        more.put(label, value);
        return new Series(signal, Collections.unmodifiableSortedMap(more));
    }
}

package io.github.nodesonde.observation;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The value of one signal of one subject. What is unknown has no reading.
 *
 * @param labels the signal's own labels, beside those that say whose it is
 */
public record Reading(Subject subject, Signal signal, double value, SortedMap<String, String> labels, Origin origin) {

    private static final SortedMap<String, String> UNLABELLED = Collections.unmodifiableSortedMap(new TreeMap<>());

    public Reading {
        labels = labels.isEmpty() ? UNLABELLED : Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public static Reading reported(Node node, Signal signal, double value) {
        return new Reading(Subject.of(node), signal, value, UNLABELLED, Origin.REPORTED);
    }

    public static Reading derived(Subject subject, Signal signal, double value, String how) {
        return new Reading(subject, signal, value, UNLABELLED, Origin.derived(how));
    }

    /** The same with one more label, which must be one of the signal's. */
    public Reading with(String label, String text) {
        if (!signal.labels().contains(label)) {
            throw new IllegalArgumentException(signal.name() + " has no label " + label);
        }
        var more = new TreeMap<>(labels);
        more.put(label, text);
        return new Reading(subject, signal, value, more, origin);
    }
}

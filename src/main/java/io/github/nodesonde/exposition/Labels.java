package io.github.nodesonde.exposition;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one series, sorted by name, each name once. Immutable. Equal when names and values are: the identity of
 * a sample within its family. An empty value is no label, as it is none to Prometheus.
 */
public record Labels(SortedMap<String, String> byName) {

    public static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        var told = new TreeMap<>(byName);
        told.values().removeIf(String::isEmpty);
        byName = Collections.unmodifiableSortedMap(told);
    }

    public static Labels of(Map<String, String> byName) {
        return byName.isEmpty() ? NONE : new Labels(new TreeMap<>(byName));
    }

    public static Labels of(String name, String value) {
        return of(Map.of(name, value));
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * These and the given ones. A label that is already here under a given name is kept as {@code exported_} + name, as
     * Prometheus itself does when a target's label meets a scraped one; {@code exported_} is prefixed until it is free.
     */
    public Labels with(Map<String, String> added) {
        var merged = new TreeMap<>(byName);
        for (var label : Labels.of(added).byName.entrySet()) {
            @Nullable String own = merged.put(label.getKey(), label.getValue());
            if (own != null) {
                String free = "exported_" + label.getKey();
                while (merged.containsKey(free) || added.containsKey(free)) {
                    free = "exported_" + free;
                }
                merged.put(free, own);
            }
        }
        return new Labels(merged);
    }

    /** These with another value for one label, which is added when it is not here. */
    Labels replacing(String name, String value) {
        var replaced = new TreeMap<>(byName);
        replaced.put(name, value);
        return new Labels(replaced);
    }
}

package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels that tell the series of one page from those of other pages, and how they are written. Immutable; made once for a
 * target rather than once for each of its pages, of which there are tens of thousands on one of ours.
 */
public final class TargetLabels {

    public static final TargetLabels NONE = of(Map.of());

    private final Map<String, String> byName;
    private final byte[] text;

    private TargetLabels(Map<String, String> byName) {
        this.byName = byName;
        this.text = byName.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + EscapedText.escaped(label.getValue(), true) + '"')
                .collect(joining(","))
                .getBytes(UTF_8);
    }

    /** Those of the labels that have a value: an empty one is no label. */
    public static TargetLabels of(Map<String, String> labels) {
        return new TargetLabels(Labels.of(labels).byName());
    }

    /** By name, in the order in which they are written. */
    Map<String, String> byName() {
        return byName;
    }

    /** As they are written, without braces. */
    byte[] text() {
        return text;
    }

    /** Whether one of these names is among those. */
    public boolean meet(Set<String> names) {
        for (String name : byName.keySet()) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Those of a series, and these but for names that it has itself: its own are neither renamed nor lost. */
    public Labels yieldTo(Labels own) {
        var all = new TreeMap<>(byName);
        all.putAll(own.byName());
        return new Labels(all);
    }

    /** Whether the name that a series' own label is given when it meets one of these is among those, or of these itself. */
    boolean meetExported(Set<String> names) {
        for (String name : byName.keySet()) {
            String exported = Part.EXPORTED + name;
            if (names.contains(exported) || byName.containsKey(exported)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetLabels labels && byName.equals(labels.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}

package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import java.util.TreeMap;

/**
 * How many labels a series may have, and how long their values may be.
 *
 * @param longestValue in UTF-16 units; a value that is cut never ends in half a character
 */
record LabelLimits(int mostLabels, int longestValue) {

    /** Whether all series of the page are within; says no of some that are, and costs nothing. */
    boolean surelyHold(Page page) {
        return page.hasLabelsWithin(mostLabels, longestValue);
    }

    /** Whether all series of the page are within. */
    boolean hold(Page page) {
        return page.families().values().stream()
                .flatMap(family -> family.samples().stream())
                .map(Sample::labels)
                .noneMatch(labels -> tooMany(labels) || tooLong(labels) > 0);
    }

    boolean tooMany(Labels labels) {
        return labels.byName().size() > mostLabels;
    }

    /** How many values are too long. */
    int tooLong(Labels labels) {
        int found = 0;
        for (String value : labels.byName().values()) {
            found += value.length() > longestValue ? 1 : 0;
        }
        return found;
    }

    /** The labels with every value that is too long cut to the length. */
    Labels cut(Labels labels) {
        if (tooLong(labels) == 0) {
            return labels;
        }
        var shorter = new TreeMap<>(labels.byName());
        shorter.replaceAll((_, value) -> value.length() > longestValue ? cut(value) : value);
        return Labels.of(shorter);
    }

    private String cut(String value) {
        boolean half = Character.isHighSurrogate(value.charAt(longestValue - 1));
        return value.substring(0, half ? longestValue - 1 : longestValue);
    }
}

package io.github.nodesonde.metrics;

import io.github.nodesonde.observation.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forms made last, a few: nodes of one network have two or three between them, and share them. Nodes of which each has
 * labels that no other has keep their own. Thread-safe.
 */
final class RecentForms {

    private static final int MOST = 16;

    private volatile List<ReadingsForm> recent = List.of();

    /** @param before that of the same node until now, which mostly fits */
    ReadingsForm fitting(List<Reading> readings, ReadingsForm before) {
        return Stream.concat(Stream.of(before), recent.stream())
                .filter(form -> form.fits(readings))
                .findFirst()
                .orElseGet(() -> remember(ReadingsForm.of(readings)));
    }

    private synchronized ReadingsForm remember(ReadingsForm form) {
        recent = Stream.concat(Stream.of(form), recent.stream()).limit(MOST).toList();
        return form;
    }
}

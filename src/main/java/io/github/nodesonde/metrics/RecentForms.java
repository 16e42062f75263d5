package io.github.nodesonde.metrics;

import java.util.List;
import java.util.stream.Stream;

/**
 * The forms made last, a few: nodes of one network have two or three between them, and share them. Nodes of which each has
 * labels that no other has keep their own. Thread-safe.
 */
final class RecentForms {

    private static final int MOST = 16;

    private volatile List<PageForm> recent = List.of();

    /** @param before that of the same node until now, which mostly fits */
    PageForm fitting(List<Point> points, PageForm before) {
        if (before.fits(points)) {
            return before;
        }
        return recent.stream()
                .filter(form -> form.fits(points))
                .findFirst()
                .orElseGet(() -> remember(PageForm.of(points)));
    }

    private synchronized PageForm remember(PageForm form) {
        recent = Stream.concat(Stream.of(form), recent.stream()).limit(MOST).toList();
        return form;
    }
}

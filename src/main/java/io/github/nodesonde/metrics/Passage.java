package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Page;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of one node's own pages is handed on.
 *
 * @param told the pages as the node printed them
 * @param pages what is left of them, the very pages where nothing had to be left out; families that do not pass are to be
 *     passed over
 * @param series how many series are handed on
 * @param leftOut how many are not handed on, by reason
 * @param cutValues how many label values were cut
 */
record Passage(List<Page> told, List<Page> pages, int series, SortedMap<String, Integer> leftOut, int cutValues) {

    static final Passage NONE = new Passage(List.of(), List.of(), 0, new TreeMap<>(), 0);

    Passage {
        told = List.copyOf(told);
        pages = List.copyOf(pages);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /** This of newer pages that differ in values alone; empty when they differ in more, or something was left out. */
    Optional<Passage> renewed(List<Page> newer) {
        boolean alike = isOf(pages) && newer.size() == told.size();
        for (int i = 0; i < newer.size() && alike; i++) {
            alike = newer.get(i).isLike(told.get(i));
        }
        return alike ? Optional.of(new Passage(newer, newer, series, leftOut, cutValues)) : Optional.empty();
    }

    /** Whether it was made of these very pages, which are too large to compare by value. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<Page> others) {
        if (told.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}

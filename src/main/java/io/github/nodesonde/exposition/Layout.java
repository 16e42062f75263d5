package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a page sorts its series into families: what nodes of one version have in common, though their labels tell them apart.
 * Immutable, and shared by all pages of the same.
 */
final class Layout {

    private static final Pool<Layout> POOL = new Pool<>();

    private final Origin origin;
    private final byte[] announcements;
    private final SequencedMap<String, Members> families;
    private final Set<String> labelNames;
    private final Map<LeftOut, Integer> leftOut;
    private final boolean mayQuoteLabels;
    private final int hash;

    private Layout(
            Origin origin,
            byte[] announcements,
            SequencedMap<String, Members> families,
            Set<String> labelNames,
            Map<LeftOut, Integer> leftOut) {
        this.origin = origin;
        this.announcements = announcements;
        this.families = Collections.unmodifiableSequencedMap(families);
        this.labelNames = labelNames;
        this.leftOut = leftOut;
        this.mayQuoteLabels = labelNames.stream().anyMatch(name -> Names.mayBeEscaped(name));
        this.hash = Arrays.hashCode(announcements) * 31
                + List.copyOf(families.values()).hashCode();
    }

    /** @param announcements the HELP and TYPE lines that the families were made from, as they were sent */
    static Layout of(
            Origin origin,
            byte[] announcements,
            SequencedMap<String, Members> families,
            Set<String> labelNames,
            Map<LeftOut, Integer> leftOut) {
        return POOL.shared(new Layout(
                origin, announcements, families, Set.copyOf(labelNames), Map.copyOf(new TreeMap<>(leftOut))));
    }

    /** A layout of some of these families; of its own, whatever page it came from. */
    Layout only(java.util.function.Predicate<Members> wanted) {
        var left = new LinkedHashMap<String, Members>();
        families.forEach((name, members) -> {
            if (wanted.test(members)) {
                left.put(name, members);
            }
        });
        return of(Origin.MADE, new byte[0], left, labelNames, leftOut);
    }

    Origin origin() {
        return origin;
    }

    byte[] announcements() {
        return announcements;
    }

    SequencedMap<String, Members> families() {
        return families;
    }

    /** Names of all labels that occur in the page. */
    Set<String> labelNames() {
        return labelNames;
    }

    /** Whether the name of some label stood in quotes. */
    boolean mayQuoteLabels() {
        return mayQuoteLabels;
    }

    Map<LeftOut, Integer> leftOut() {
        return leftOut;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Layout layout
                        && hash == layout.hash
                        && origin == layout.origin
                        && Arrays.equals(announcements, layout.announcements)
                        && List.copyOf(families.values()).equals(List.copyOf(layout.families.values()))
                        && labelNames.equals(layout.labelNames)
                        && leftOut.equals(layout.leftOut);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Where a layout comes from: a page is compared with one that was read in the same way only. */
    enum Origin {
        PLAIN,
        OPENMETRICS,
        /** No page that was read, or one that had lines which are not kept. */
        MADE
    }
}

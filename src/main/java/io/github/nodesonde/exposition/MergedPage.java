package io.github.nodesonde.exposition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several pages as one, or one as it is: what a {@link TextFormat} writes. Immutable. Never holds its text, nor a series of
 * its own: the pages are read as they are written.
 */
public final class MergedPage {

    private final List<Part> own;
    private final List<Part> others;
    private final List<MergedFamily> families;
    private final boolean respelled;
    private final int conflicts;

    /**
     * @param respelled whether bounds are written in one spelling, whatever that of their page
     * @param conflicts how many families of the others lost their type
     */
    MergedPage(List<Part> own, List<Part> others, List<MergedFamily> families, boolean respelled, int conflicts) {
        this.own = List.copyOf(own);
        this.others = List.copyOf(others);
        this.families = List.copyOf(families);
        this.respelled = respelled;
        this.conflicts = conflicts;
    }

    /** One page as it is, its families in their order. */
    public static MergedPage of(Page page) {
        Part part = Part.of(new LabelledPage(page));
        var families = part.layout().families().values().stream()
                .map(members -> new MergedFamily(
                        members.name(),
                        members.type(),
                        members.help(),
                        Map.of(part.layout(), List.of(new Source(members, Source.ALL, ""))),
                        Map.of(),
                        false))
                .toList();
        return new MergedPage(List.of(part), List.of(), families, false, 0);
    }

    /** How many families of the pages of others lost their type, because those pages disagree about them. */
    public int conflicts() {
        return conflicts;
    }

    List<MergedFamily> families() {
        return families;
    }

    boolean isRespelled() {
        return respelled;
    }

    /** Gives every series of the family in the order in which they are written. */
    <E extends Exception> void forEach(MergedFamily family, Reader<E> reader) throws E {
        Set<Series> seen = new HashSet<>();
        forEach(family, own, family.own(), seen, reader);
        forEach(family, others, family.others(), seen, reader);
    }

    /** Pages of one layout mostly stand together: the sources are looked up where the layout changes. */
    @SuppressWarnings("ReferenceEquality") // A layout that is equal only is looked up once more.
    private static <E extends Exception> void forEach(
            MergedFamily family,
            List<Part> parts,
            Map<Layout, List<Source>> byLayout,
            Set<Series> seen,
            Reader<E> reader)
            throws E {
        if (byLayout.isEmpty()) {
            return;
        }
        @Nullable Layout layout = null;
        List<Source> sources = List.of();
        for (Part part : parts) {
            if (part.layout() != layout) {
                layout = part.layout();
                sources = byLayout.getOrDefault(layout, List.of());
            }
            if (!sources.isEmpty()) {
                forEach(family, part, sources, seen, reader);
            }
        }
    }

    private static <E extends Exception> void forEach(
            MergedFamily family, Part part, List<Source> sources, Set<Series> seen, Reader<E> reader) throws E {
        for (Source source : sources) {
            int[] places = source.members().series();
            for (int i = 0; i < places.length; i++) {
                if (source.takes(i) && (!family.overlapping() || seen.add(part.series(source, i)))) {
                    reader.read(part, source, i);
                }
            }
        }
    }

    /** Takes one series: the one at that index of the source's family, in that part. */
    @FunctionalInterface
    interface Reader<E extends Exception> {
        void read(Part part, Source source, int index) throws E;
    }
}

package io.github.nodesonde.exposition;

import java.util.OptionalDouble;
import java.util.Set;

/** A page as it is merged. Immutable. */
final class Part {

    static final String EXPORTED = "exported_";

    private final Page page;
    private final TargetLabels added;
    private final boolean exports;
    private final boolean mayQuoteLabels;

    private Part(Page page, TargetLabels added, boolean exports) {
        this.page = page;
        this.added = added;
        this.exports = exports;
        this.mayQuoteLabels = page.shape().layout().mayQuoteLabels();
    }

    static Part of(LabelledPage labelled) {
        TargetLabels added = labelled.labels();
        Set<String> present = labelled.page().shape().layout().labelNames();
        boolean exports = added.meet(present);
        if (exports && added.meetExported(present)) {
            // Renamed labels can meet others here, even make two series one: rare, so done with care rather than speed.
            Page relabelled = labelled.page().relabel(labels -> labels.with(added.byName()));
            return new Part(relabelled, TargetLabels.NONE, false);
        }
        return new Part(labelled.page(), added, exports);
    }

    Page page() {
        return page;
    }

    /** The labels put to each series. */
    TargetLabels added() {
        return added;
    }

    /** Whether some series has itself a label of such a name, which then is exported. */
    boolean exports() {
        return exports;
    }

    /** Whether the name of some label stood in quotes. */
    boolean mayQuoteLabels() {
        return mayQuoteLabels;
    }

    Layout layout() {
        return page.shape().layout();
    }

    /** The series at that index of the source's family, as it is written, its bound in one spelling. */
    Series series(Source source, int index) {
        return series(source, index, true);
    }

    /** @param respelled whether the bound is in one spelling */
    Series series(Source source, int index, boolean respelled) {
        Members members = source.members();
        Sample sample = page.shape().sample(members.series()[index], 0);
        Labels labels = sample.labels().with(added.byName());
        if (respelled && Bound.isBounded(members.type(), members.suffixes()[index])) {
            String name = Bound.label(members.type());
            String spelled = labels.get(name).orElse("");
            OptionalDouble bound = Numbers.parse(spelled);
            labels = labels.replacing(name, bound.isPresent() ? Numbers.canonical(bound.getAsDouble()) : spelled);
        }
        return new Series(source.prefix() + sample.name(), labels);
    }
}

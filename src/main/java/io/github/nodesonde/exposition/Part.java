package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A page as it is merged. Immutable. */
final class Part {

    static final String EXPORTED = "exported_";

    private final Page page;
    private final Map<String, String> added;
    private final byte[] addedText;
    private final boolean exports;
    private final boolean mayQuoteLabels;

    private Part(Page page, Map<String, String> added, byte[] addedText, boolean exports) {
        this.page = page;
        this.added = added;
        this.addedText = addedText;
        this.exports = exports;
        this.mayQuoteLabels = page.shape().layout().labelNames().stream().anyMatch(name -> Names.mayBeEscaped(name));
    }

    static Part of(Page page) {
        return new Part(page, Map.of(), new byte[0], false);
    }

    static Part of(LabelledPage labelled) {
        Map<String, String> added = Labels.of(labelled.labels()).byName();
        Set<String> present = labelled.page().shape().layout().labelNames();
        boolean exports = added.keySet().stream().anyMatch(present::contains);
        boolean mayMeet = exports
                && added.keySet().stream()
                        .map(EXPORTED::concat)
                        .anyMatch(name -> present.contains(name) || added.containsKey(name));
        if (mayMeet) {
            // Renamed labels can meet others here, even make two series one: rare, so done with care rather than speed.
            return of(labelled.page().relabel(labels -> labels.with(added)));
        }
        String text = added.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + EscapedText.escaped(label.getValue(), true) + '"')
                .collect(joining(","));
        return new Part(labelled.page(), added, text.getBytes(UTF_8), exports);
    }

    Page page() {
        return page;
    }

    /** The labels put to each series, by name. */
    Map<String, String> added() {
        return added;
    }

    /** The same as written, without braces. */
    byte[] addedText() {
        return addedText;
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
        Labels labels = sample.labels().with(added);
        if (respelled && Bound.isBounded(members.type(), members.suffixes()[index])) {
            String name = Bound.label(members.type());
            String spelled = labels.get(name).orElse("");
            OptionalDouble bound = Numbers.parse(spelled);
            labels = labels.replacing(name, bound.isPresent() ? Numbers.canonical(bound.getAsDouble()) : spelled);
        }
        return new Series(source.prefix() + sample.name(), labels);
    }
}

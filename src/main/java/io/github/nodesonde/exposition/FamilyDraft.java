package io.github.nodesonde.exposition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A merged family in the making: of one type, or of none that all agree on. Not thread-safe. */
final class FamilyDraft {

    private final String name;
    private final Map<Layout, List<Source>> own = new HashMap<>();
    private final Map<Layout, List<Source>> others = new HashMap<>();
    private final Set<Family.Type> types = EnumSet.noneOf(Family.Type.class);
    private String help = "";

    FamilyDraft(String name) {
        this.name = name;
    }

    void add(Layout layout, Source source, Family.Type type) {
        others.computeIfAbsent(layout, _ -> new ArrayList<>()).add(source);
        agree(source, type);
    }

    void addOwn(Layout layout, Source source) {
        own.computeIfAbsent(layout, _ -> new ArrayList<>()).add(source);
        agree(source, source.members().type());
    }

    /** Every sample name that it may print. */
    List<String> sampleNames() {
        return common(types).orElse(Family.Type.UNTYPED).suffixes().stream()
                .map(name::concat)
                .toList();
    }

    /** Whether a family of that type joins those that are here. */
    boolean joins(Family.Type type) {
        var joined = EnumSet.copyOf(types);
        joined.add(type);
        return common(joined).isPresent();
    }

    /** The type of all; what text format 0.0.4 prints as gauges counts as gauges when mixed. Empty when they differ. */
    static Optional<Family.Type> common(Set<Family.Type> types) {
        if (types.size() == 1) {
            return Optional.of(types.iterator().next());
        }
        return types.stream().allMatch(Family.Type::isKindOfGauge) ? Optional.of(Family.Type.GAUGE) : Optional.empty();
    }

    /** @param pagesOverlap whether pages of others may have a series in common */
    MergedFamily done(List<Part> ours, List<TargetLabels> labelsOfOthers, boolean pagesOverlap) {
        return new MergedFamily(
                name,
                common(types).orElse(Family.Type.UNTYPED),
                help,
                own,
                others,
                pagesOverlap || !own.isEmpty() && !others.isEmpty() && mayBeOthers(ours, labelsOfOthers));
    }

    /** Whether one of our series has all the labels that are put to those of some other page, or has such put to it. */
    private boolean mayBeOthers(List<Part> ours, List<TargetLabels> labelsOfOthers) {
        return ours.stream()
                .filter(part -> own.containsKey(part.layout()))
                .anyMatch(part -> !part.added().byName().isEmpty() || mayBeOthers(part, labelsOfOthers));
    }

    private boolean mayBeOthers(Part ours, List<TargetLabels> labelsOfOthers) {
        return own.getOrDefault(ours.layout(), List.of()).stream()
                .flatMap(source ->
                        new SamplesOfPage(ours.page().shape(), ours.page().values(), source.members()).stream())
                .map(sample -> sample.labels().byName().entrySet())
                .anyMatch(labels -> labelsOfOthers.stream()
                        .anyMatch(added -> labels.containsAll(added.byName().entrySet())));
    }

    private void agree(Source source, Family.Type type) {
        types.add(type);
        if (help.isEmpty()) {
            help = source.members().help();
        }
    }
}

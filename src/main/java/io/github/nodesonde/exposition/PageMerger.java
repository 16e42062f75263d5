package io.github.nodesonde.exposition;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes one legal page of several: each family once, sorted by name, and each sample name in one family only.
 *
 * <p>The pages of others keep their names. Where they disagree on a family's type, it is untyped. Where the samples of one
 * family are called like another family ({@code x_count} beside a histogram {@code x}), both are untyped, and each sample
 * name becomes a family of its own: nothing is lost but the type, and no sample can be taken for one of the other family.
 *
 * <p>Our own families join those of the same type; where the types differ, or a name of a sample is taken, ours is called
 * {@code nodesonde_} + name. Own samples come first, then those of the others in the order given. HELP is that of the first
 * of the others that has one.
 *
 * <p>Bounds of buckets are spelled in one way, so that {@code 1} and {@code 1.0} are the same bucket. What then is the same
 * series twice is left out the second time, and counted as dropped.
 */
public final class PageMerger {

    private static final String OURS = "nodesonde_";

    private final SortedMap<String, List<Family>> others;
    private final SortedMap<String, Family> own = new TreeMap<>();
    private int dropped;

    private PageMerger(Page own, List<Page> others) {
        this.others = settled(others);
        Set<String> taken = new HashSet<>();
        this.others.values().forEach(parts -> taken.addAll(sampleNames(parts)));
        for (Family family : own.families().values()) {
            Family fitting = fitting(withCanonicalBounds(family), taken);
            this.own.put(fitting.name(), fitting);
        }
        this.dropped = own.dropped() + others.stream().mapToInt(Page::dropped).sum();
    }

    /** @param others in the order in which their samples are printed; what tells them apart is in their labels already */
    public static Page merge(Page own, List<Page> others) {
        return new PageMerger(own, others).merged();
    }

    private Page merged() {
        var names = new TreeSet<>(others.keySet());
        names.addAll(own.keySet());
        var families = names.stream()
                .map(name -> joined(Optional.ofNullable(own.get(name)), others.getOrDefault(name, List.of())))
                .toList();
        return Page.of(families, dropped);
    }

    /** Parts of one type and name as one family. */
    private Family joined(Optional<Family> ours, List<Family> theirs) {
        var distinct = new HashSet<Series>();
        var samples = new ArrayList<Sample>();
        Stream.concat(ours.stream(), theirs.stream())
                .flatMap(part -> part.samples().stream())
                .forEach(sample -> {
                    if (distinct.add(Series.of(sample))) {
                        samples.add(sample);
                    } else {
                        dropped++;
                    }
                });
        var byRank = Stream.concat(theirs.stream(), ours.stream()).toList();
        String help = byRank.stream()
                .map(Family::help)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        Family.Type type = commonType(byRank).orElse(Family.Type.UNTYPED);
        return new Family(byRank.getFirst().name(), type, help, samples);
    }

    /** Our family under a name that none of the others' samples has, unless it is of their type and joins them. */
    private Family fitting(Family family, Set<String> taken) {
        Family fitting = family;
        while (!joins(fitting) && fitting.sampleNames().stream().anyMatch(taken::contains)) {
            fitting = fitting.renamed(OURS + fitting.name());
        }
        return fitting;
    }

    private boolean joins(Family family) {
        List<Family> theirs = others.getOrDefault(family.name(), List.of());
        return !theirs.isEmpty()
                && commonType(Stream.concat(theirs.stream(), Stream.of(family)).toList())
                        .isPresent();
    }

    /** The families of all pages by name, so that each sample name is in one family only, and each family of one type. */
    private static SortedMap<String, List<Family>> settled(List<Page> pages) {
        var families = pages.stream()
                .flatMap(page -> page.families().values().stream())
                .map(PageMerger::withCanonicalBounds)
                .toList();
        Set<String> contested = contested(families);
        var settled = new TreeMap<String, List<Family>>();
        for (Family family : families) {
            for (Family piece : contested.contains(family.name()) ? family.loose() : List.of(family)) {
                settled.computeIfAbsent(piece.name(), _ -> new ArrayList<>()).add(piece);
            }
        }
        return settled;
    }

    /** The names of the families that differ in type, or share the name of a sample with another family. */
    private static Set<String> contested(List<Family> families) {
        var byName = families.stream().collect(groupingBy(Family::name));
        var claims = new HashMap<String, Set<String>>();
        byName.forEach((name, parts) -> sampleNames(parts)
                .forEach(sample ->
                        claims.computeIfAbsent(sample, _ -> new HashSet<>()).add(name)));
        var contested = new HashSet<String>();
        claims.values().stream().filter(names -> names.size() > 1).forEach(contested::addAll);
        byName.forEach((name, parts) -> {
            if (commonType(parts).isEmpty()) {
                contested.add(name);
            }
        });
        return contested;
    }

    private static Set<String> sampleNames(List<Family> parts) {
        var names = new HashSet<String>();
        parts.forEach(part -> names.addAll(part.sampleNames()));
        return names;
    }

    /** The type of all parts; what text format 0.0.4 prints as gauges counts as gauges when mixed. Empty when they differ. */
    private static Optional<Family.Type> commonType(List<Family> parts) {
        var types = parts.stream().map(Family::type).distinct().toList();
        if (types.size() == 1) {
            return Optional.of(types.getFirst());
        }
        return types.stream().allMatch(Family.Type::isKindOfGauge) ? Optional.of(Family.Type.GAUGE) : Optional.empty();
    }

    private static Family withCanonicalBounds(Family family) {
        return switch (family.type()) {
            case HISTOGRAM, GAUGEHISTOGRAM ->
                new Family(
                        family.name(),
                        family.type(),
                        family.help(),
                        family.samples().stream()
                                .map(PageMerger::withCanonicalBound)
                                .toList());
            case COUNTER, GAUGE, SUMMARY, UNTYPED, INFO, STATESET -> family;
        };
    }

    private static Sample withCanonicalBound(Sample sample) {
        String written = sample.labels().get("le").orElse("");
        OptionalDouble bound = Numbers.parse(written);
        if (bound.isEmpty()) {
            return sample;
        }
        String canonical = Numbers.canonical(bound.getAsDouble());
        return canonical.equals(written)
                ? sample
                : new Sample(sample.name(), sample.labels().replacing("le", canonical), sample.value());
    }
}

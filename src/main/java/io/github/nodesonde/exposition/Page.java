package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one scrape printed. Immutable; each family name occurs once. Kept compactly: names, labels and types are shared with
 * every other page that has the same, of another round or of another node, so that a page costs little more than its values.
 * Families and samples are made when they are asked for.
 */
public final class Page {

    public static final Page EMPTY = of(List.of());

    private static final List<String> SUFFIXES = Stream.of(Family.Type.values())
            .flatMap(type -> type.suffixes().stream())
            .distinct()
            .toList();

    private final Shape shape;
    private final double[] values;

    /** @param values of each series of the shape; kept, not copied */
    Page(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
    }

    /**
     * A page of our own making. The second of two equal series is left out and counted.
     *
     * @throws IllegalArgumentException when two families have the same name
     */
    public static Page of(List<Family> families) {
        return PageOfFamilies.of(families, Map.of());
    }

    /**
     * The same series with other values. Costs nothing.
     *
     * @param values in the order of the families and their samples, those left out as duplicates included; kept, not copied
     */
    public Page with(double[] values) {
        if (values.length != this.values.length) {
            throw new IllegalArgumentException(this.values.length + " values make this page, not " + values.length);
        }
        return new Page(shape, values);
    }

    /** By name; one without samples was announced only, as a counter is before its first event. */
    public SequencedMap<String, Family> families() {
        var families = new LinkedHashMap<String, Family>();
        shape.layout().families().forEach((name, members) -> families.put(name, family(members)));
        return Collections.unmodifiableSequencedMap(families);
    }

    /** What the page printed and is not here, by reason; nothing for what never happened. */
    public Map<LeftOut, Integer> leftOut() {
        return shape.layout().leftOut();
    }

    /** How many lines were left out, for whatever reason. */
    public int dropped() {
        return leftOut().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many series the page has. */
    public int size() {
        return shape.layout().families().values().stream()
                .mapToInt(members -> members.series().length)
                .sum();
    }

    /** All samples of this full name, of whichever family; empty when the page has none, which is not the same as 0. */
    public List<Sample> samples(String name) {
        return Arrays.stream(places(name))
                .mapToObj(series -> shape.sample(series, values[series]))
                .toList();
    }

    /** The value of the one sample of this full name; empty when there is none, when it is NaN, or when there are several. */
    public OptionalDouble value(String name) {
        int[] found = places(name);
        return found.length == 1 && !Double.isNaN(values[found[0]])
                ? OptionalDouble.of(values[found[0]])
                : OptionalDouble.empty();
    }

    /** The sum over all samples of this full name; empty when there is none. */
    public OptionalDouble sum(String name) {
        int[] found = places(name);
        return found.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(found)
                        .mapToDouble(series -> values[series])
                        .sum());
    }

    /** Where the series of this full name stand. In loops, for of each page that comes ten names are looked up. */
    private int[] places(String name) {
        int[] found = {};
        for (String suffix : SUFFIXES) {
            if (name.endsWith(suffix)) {
                Members members = shape.layout().families().get(name.substring(0, name.length() - suffix.length()));
                if (members != null) {
                    found = members.places(members.type().suffixes().indexOf(suffix), found);
                }
            }
        }
        return found;
    }

    /** This page with every sample's labels replaced; the second of what then is the same series is left out and counted. */
    public Page relabel(UnaryOperator<Labels> labels) {
        return PageOfFamilies.of(
                families().values().stream()
                        .map(family -> new Family(
                                family.name(),
                                family.type(),
                                family.help(),
                                family.samples().stream()
                                        .map(sample -> new Sample(
                                                sample.name(), labels.apply(sample.labels()), sample.value()))
                                        .toList()))
                        .toList(),
                leftOut());
    }

    /** The families that are wanted. */
    public Page only(Predicate<Family> wanted) {
        return new Page(shape.with(shape.layout().only(members -> wanted.test(family(members)))), values);
    }

    /** The samples whose labels are wanted, and the families that still have any. */
    public Page onlyLabelled(Predicate<Labels> wanted) {
        return PageOfFamilies.of(
                families().values().stream()
                        .map(family -> new Family(
                                family.name(),
                                family.type(),
                                family.help(),
                                family.samples().stream()
                                        .filter(sample -> wanted.test(sample.labels()))
                                        .toList()))
                        .filter(family -> !family.samples().isEmpty())
                        .toList(),
                leftOut());
    }

    /**
     * Whether both have the same series in the same families, so that at most values tell them apart. Costs nothing; says no
     * of some that are alike, but never of a page and the one that it was read after, when only values changed.
     */
    @SuppressWarnings("ReferenceEquality") // shapes are pooled, and too large to compare by value
    public boolean isLike(Page other) {
        return shape == other.shape;
    }

    /**
     * Whether no series has more labels, and no value of one more characters. Costs nothing; says no of some that are within,
     * whose values have more bytes than characters.
     */
    public boolean hasLabelsWithin(int most, int charactersOfValue) {
        return shape.hasLabelsWithin(most, charactersOfValue);
    }

    Shape shape() {
        return shape;
    }

    double[] values() {
        return values;
    }

    private Family family(Members members) {
        return new Family(members.name(), members.type(), members.help(), new SamplesOfPage(shape, values, members));
    }

    /** Whether both have the same families in the same order, and left out as much. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Page page
                && leftOut().equals(page.leftOut())
                && List.copyOf(families().values())
                        .equals(List.copyOf(page.families().values()));
    }

    @Override
    public int hashCode() {
        return shape.layout().families().keySet().hashCode();
    }

    @Override
    public String toString() {
        return families().values() + ", left out " + leftOut();
    }
}

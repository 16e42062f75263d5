package io.github.nodesonde.exposition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one scrape printed. Immutable; each family name occurs once.
 *
 * @param families by name; one without samples was announced only, as a counter is before its first event
 * @param dropped how many samples were left out because the page gave the same series twice, or a line made no sense
 */
public record Page(SequencedMap<String, Family> families, int dropped) {

    public static final Page EMPTY = new Page(new LinkedHashMap<>(), 0);

    private static final List<String> SUFFIXES = Stream.of(Family.Type.values())
            .flatMap(type -> type.suffixes().stream())
            .distinct()
            .toList();

    public Page {
        families = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(families));
    }

    /** @throws IllegalArgumentException when two families have the same name */
    public static Page of(List<Family> families, int dropped) {
        var byName = new LinkedHashMap<String, Family>();
        for (Family family : families) {
            if (byName.put(family.name(), family) != null) {
                throw new IllegalArgumentException("two families are called " + family.name());
            }
        }
        return new Page(byName, dropped);
    }

    /** All samples of this full name, of whichever family; empty when the page has none, which is not the same as 0. */
    public List<Sample> samples(String name) {
        return SUFFIXES.stream()
                .filter(name::endsWith)
                .map(suffix -> families.get(name.substring(0, name.length() - suffix.length())))
                .flatMap(Stream::ofNullable)
                .flatMap(family -> family.samples().stream())
                .filter(sample -> sample.name().equals(name))
                .toList();
    }

    /** The value of the one sample of this full name; empty when there is none, when it is NaN, or when there are several. */
    public OptionalDouble value(String name) {
        var found = samples(name);
        return found.size() == 1 && !Double.isNaN(found.getFirst().value())
                ? OptionalDouble.of(found.getFirst().value())
                : OptionalDouble.empty();
    }

    /** The sum over all samples of this full name; empty when there is none. */
    public OptionalDouble sum(String name) {
        var found = samples(name);
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.stream().mapToDouble(Sample::value).sum());
    }

    /** This page with every sample's labels replaced. */
    public Page relabel(UnaryOperator<Labels> labels) {
        return mapped(family -> new Family(
                family.name(),
                family.type(),
                family.help(),
                family.samples().stream()
                        .map(sample -> new Sample(sample.name(), labels.apply(sample.labels()), sample.value()))
                        .toList()));
    }

    /** The families that are wanted. */
    public Page only(Predicate<Family> wanted) {
        return mapped(family -> wanted.test(family) ? family : null);
    }

    /** The samples whose labels are wanted, and the families that still have any. */
    public Page onlyLabelled(Predicate<Labels> wanted) {
        return mapped(family -> {
            var left = family.samples().stream()
                    .filter(sample -> wanted.test(sample.labels()))
                    .toList();
            return left.isEmpty() ? null : new Family(family.name(), family.type(), family.help(), left);
        });
    }

    /** This page with each family replaced by one of the same name, or left out where the change gives null. */
    private Page mapped(Function<Family, @Nullable Family> change) {
        var changed = new LinkedHashMap<String, Family>();
        families.forEach((name, family) -> {
            Family after = change.apply(family);
            if (after != null) {
                changed.put(name, after);
            }
        });
        return new Page(changed, dropped);
    }
}

package io.github.nodesonde.exposition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * What one scrape printed. Immutable; each family name occurs once.
 *
 * @param dropped how many samples were left out because the page gave the same series twice, or a line made no sense
 */
public record Page(SequencedMap<String, Family> families, int dropped) {

    public static final Page EMPTY = new Page(new LinkedHashMap<>(), 0);

    public Page {
        families = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(families));
    }

    public static Page of(List<Family> families, int dropped) {
        var byName = new LinkedHashMap<String, Family>();
        families.forEach(family -> byName.put(family.name(), family));
        return new Page(byName, dropped);
    }

    /** All samples of this full name, of whichever family; empty when the page has none, which is not the same as 0. */
    public List<Sample> samples(String name) {
        return familyOf(name).map(Family::samples).orElse(List.of()).stream()
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
        var relabelled = new LinkedHashMap<String, Family>();
        for (Map.Entry<String, Family> entry : families.entrySet()) {
            Family family = entry.getValue();
            relabelled.put(
                    entry.getKey(),
                    new Family(
                            family.name(),
                            family.type(),
                            family.help(),
                            family.samples().stream()
                                    .map(sample ->
                                            new Sample(sample.name(), labels.apply(sample.labels()), sample.value()))
                                    .toList()));
        }
        return new Page(relabelled, dropped);
    }

    private Optional<Family> familyOf(String sampleName) {
        Family exact = families.get(sampleName);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (String suffix : List.of("_total", "_bucket", "_count", "_sum", "_info", "_created")) {
            if (sampleName.endsWith(suffix)) {
                Family base = families.get(sampleName.substring(0, sampleName.length() - suffix.length()));
                if (base != null) {
                    return Optional.of(base);
                }
            }
        }
        return Optional.empty();
    }
}

package io.github.nodesonde.exposition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of one page, and sorts the samples into families once all HELP and TYPE lines are known: so neither
 * the order of the lines nor a family in pieces matters.
 */
final class PageBuilder {

    private final boolean openMetrics;
    private final Declarations declarations;
    private final List<Sample> samples = new ArrayList<>();
    private int dropped;

    PageBuilder(boolean openMetrics) {
        this.openMetrics = openMetrics;
        this.declarations = new Declarations(openMetrics);
    }

    /** Takes a line without its end. False, and counted, when it makes no sense. */
    boolean add(String line) {
        boolean sense;
        if (line.isBlank()) {
            sense = true;
        } else if (line.charAt(0) == '#') {
            sense = declarations.add(line);
        } else {
            Optional<Sample> sample = SampleLine.parse(line);
            sample.ifPresent(samples::add);
            sense = sample.isPresent();
        }
        dropped += sense ? 0 : 1;
        return sense;
    }

    /** Counts a line that could not even be decoded. */
    void addUnreadable() {
        dropped++;
    }

    Page build() {
        var declared = declarations.families();
        var members = new LinkedHashMap<String, List<Sample>>();
        declared.keySet().forEach(name -> members.put(name, new ArrayList<>()));
        var seen = new HashSet<Series>();
        for (Sample sample : samples) {
            if (openMetrics && isCreationTime(sample.name(), declared)) {
                continue;
            }
            Optional<String> family = familyOf(sample, declared);
            if (family.isPresent() && seen.add(Series.of(sample))) {
                members.computeIfAbsent(family.get(), _ -> new ArrayList<>()).add(sample);
            } else {
                dropped++;
            }
        }
        var families = new ArrayList<Family>();
        members.forEach((name, own) -> {
            Family announced = declared.getOrDefault(name, new Family(name, Family.Type.UNTYPED, "", List.of()));
            families.add(new Family(name, announced.type(), announced.help(), own));
        });
        return Page.of(families, dropped + declarations.contradictions());
    }

    /**
     * The family that a sample belongs to: the one announced by its very name before the histogram or summary that prints
     * it, an untyped one of its own when none was announced. Empty when it is no member of the family it names.
     */
    private static Optional<String> familyOf(Sample sample, SequencedMap<String, Family> declared) {
        String name = sample.name();
        Family exact = declared.get(name);
        if (exact != null && exact.type().prints(name, name)) {
            return Optional.of(name).filter(_ -> hasItsOwnLabel(sample, exact));
        }
        int suffix = name.lastIndexOf('_');
        if (suffix > 0) {
            String base = name.substring(0, suffix);
            Family structured = declared.get(base);
            if (structured != null && structured.type().prints(base, name)) {
                return Optional.of(base).filter(_ -> hasItsOwnLabel(sample, structured));
            }
        }
        return Optional.of(name).filter(_ -> exact == null);
    }

    /** Whether a bucket has its bound, a number, and a quantile its rank. */
    private static boolean hasItsOwnLabel(Sample sample, Family family) {
        boolean bare = sample.name().length() == family.name().length();
        return switch (family.type()) {
            case HISTOGRAM, GAUGEHISTOGRAM ->
                !sample.name().endsWith("_bucket")
                        || Numbers.parse(sample.labels().get("le").orElse("")).isPresent();
            case SUMMARY -> !bare || sample.labels().get("quantile").isPresent();
            case COUNTER, GAUGE, UNTYPED, INFO, STATESET -> true;
        };
    }

    /** Whether the sample tells when a counter, histogram or summary began, which is no series of its own in OpenMetrics. */
    private static boolean isCreationTime(String name, SequencedMap<String, Family> declared) {
        if (!name.endsWith("_created") || declared.containsKey(name)) {
            return false;
        }
        String base = name.substring(0, name.length() - "_created".length());
        @Nullable Family structured = declared.get(base);
        return declared.containsKey(base + "_total")
                || structured != null && structured.type().isStructured();
    }
}

package io.github.nodesonde.exposition;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * OpenMetrics 1.0.0. Sample names are never changed; where the format forbids one, the type gives way:
 *
 * <ul>
 *   <li>a counter without {@code _total}, or whose name without it is that of another family or its samples, is
 *       {@code unknown} under its full name; an info likewise a gauge
 *   <li>a gauge that ends in {@code _total} or another suffix of the format stays a gauge under its full name: the suffix
 *       is reserved for names of samples, and no sample of another family is called so
 *   <li>{@code X_created} beside a counter, histogram or summary {@code X} is left out, for there it would be a part of X
 * </ul>
 */
final class OpenMetricsPageWriter implements PageWriter {

    private final MergedPage page;
    private final boolean quotesNames;
    private final Map<String, Integer> claims = new HashMap<>();
    private final Set<String> creationTimes = new HashSet<>();

    /** @param quotesNames whether names that only UTF-8 can spell stand in quotes rather than escaped */
    OpenMetricsPageWriter(MergedPage page, boolean quotesNames) {
        this.page = page;
        this.quotesNames = quotesNames;
        for (MergedFamily family : page.families()) {
            String stem = stem(family);
            Set<String> names = new HashSet<>(family.sampleNames());
            names.add(family.name());
            names.add(stem);
            names.forEach(name -> claims.merge(name, 1, Integer::sum));
            if (family.type() == Family.Type.COUNTER || family.type().isStructured()) {
                creationTimes.add(stem + "_created");
            }
        }
    }

    @Override
    public void write(TextSink out) throws IOException {
        var writer = new FamilyWriter(page, out, true, quotesNames);
        for (MergedFamily family : page.families()) {
            if (!creationTimes.contains(family.name())) {
                boolean stemIsFree = claims.getOrDefault(stem(family), 0) == 1;
                writer.write(family, stemIsFree ? stem(family) : family.name(), type(family, stemIsFree));
            }
        }
        out.text("# EOF\n");
    }

    private static String type(MergedFamily family, boolean stemIsFree) {
        return switch (family.type()) {
            case COUNTER -> stemIsFree && family.name().endsWith("_total") ? "counter" : "unknown";
            case INFO -> stemIsFree && family.name().endsWith("_info") ? "info" : "gauge";
            case GAUGE -> "gauge";
            case HISTOGRAM -> "histogram";
            case SUMMARY -> "summary";
            case UNTYPED -> "unknown";
            case STATESET -> "stateset";
            case GAUGEHISTOGRAM -> "gaugehistogram";
        };
    }

    /** The name without the suffix that OpenMetrics adds to the samples of such a family; the name itself when it lacks it. */
    private static String stem(MergedFamily family) {
        String suffix = switch (family.type()) {
            case COUNTER -> "_total";
            case INFO -> "_info";
            case GAUGE, HISTOGRAM, SUMMARY, UNTYPED, STATESET, GAUGEHISTOGRAM -> "";
        };
        String name = family.name();
        return name.endsWith(suffix) && name.length() > suffix.length()
                ? name.substring(0, name.length() - suffix.length())
                : name;
    }
}

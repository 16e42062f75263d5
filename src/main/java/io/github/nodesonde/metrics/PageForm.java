package io.github.nodesonde.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.observation.Signal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Which series a list of points makes: all of it but the values, so that nodes that are alike share it, and so does one node
 * from round to round. Prints a page as the shared registry would, without the labels that say whose it is. Of two points of
 * one series the first counts. Immutable.
 */
final class PageForm {

    static final PageForm EMPTY = of(List.of());

    private static final int NOWHERE = -1;

    private final List<Series> series;
    /** Where the value of each point stands in the page. */
    private final int[] places;

    private final int size;
    private final Page page;
    private final Set<String> labelNames;

    private PageForm(List<Series> series, int[] places, int size, Page page) {
        this.series = series;
        this.places = places;
        this.size = size;
        this.page = page;
        this.labelNames =
                series.stream().flatMap(each -> each.labels().keySet().stream()).collect(toUnmodifiableSet());
    }

    static PageForm of(List<Point> points) {
        List<Series> series = points.stream().map(Point::series).toList();
        SequencedMap<Signal, Set<Series>> bySignal = series.stream()
                .collect(groupingBy(Series::signal, LinkedHashMap::new, toCollection(LinkedHashSet::new)));
        var placeOf = new HashMap<Series, Integer>();
        bySignal.values().forEach(ofSignal -> ofSignal.forEach(each -> placeOf.put(each, placeOf.size())));
        int size = placeOf.size();
        int[] places = series.stream()
                .mapToInt(each -> Optional.ofNullable(placeOf.remove(each)).orElse(NOWHERE))
                .toArray();
        Page page = Page.of(bySignal.entrySet().stream()
                .map(entry -> family(entry.getKey(), entry.getValue()))
                .toList());
        return new PageForm(series, places, size, page);
    }

    /** Whether these points are of the very same series. */
    boolean fits(List<Point> points) {
        if (points.size() != series.size()) {
            return false;
        }
        for (int i = 0; i < places.length; i++) {
            if (!points.get(i).series().equals(series.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** @param points that it fits */
    Page page(List<Point> points) {
        var values = new double[size];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != NOWHERE) {
                values[places[i]] = points.get(i).value();
            }
        }
        return page.with(values);
    }

    /** The names of all labels that its series have. */
    Set<String> labelNames() {
        return labelNames;
    }

    private static Family family(Signal signal, Set<Series> series) {
        Family.Type type = switch (signal.kind()) {
            case GAUGE, FLAG -> Family.Type.GAUGE;
            case COUNTER -> Family.Type.COUNTER;
            case INFO -> Family.Type.INFO;
        };
        List<Sample> samples = series.stream()
                .map(each -> new Sample(signal.name(), Labels.of(each.labels()), 0))
                .toList();
        return new Family(signal.name(), type, signal.help(), samples);
    }
}

package io.github.nodesonde.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which series a list of readings makes: all of it but the values, so that nodes that are alike share it, and so does one node
 * from round to round. Prints a page as the shared registry would, without the labels that say whose it is. Of two readings
 * of one series the first counts. Immutable.
 *
 * <p>Measured with the 16 readings of a validator: a page made of another's form takes a twentieth of one made anew.
 */
final class ReadingsForm {

    static final ReadingsForm EMPTY = of(List.of());

    private static final int NOWHERE = -1;

    private final List<Series> series;
    /** Where the value of each reading stands in the page. */
    private final int[] places;

    private final int size;
    private final Page page;

    private ReadingsForm(List<Series> series, int[] places, int size, Page page) {
        this.series = series;
        this.places = places;
        this.size = size;
        this.page = page;
    }

    static ReadingsForm of(List<Reading> readings) {
        List<Series> series = readings.stream()
                .map(reading -> new Series(reading.signal(), reading.labels()))
                .toList();
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
        return new ReadingsForm(series, places, size, page);
    }

    /** Whether these readings make the very same series. */
    boolean fits(List<Reading> readings) {
        if (readings.size() != series.size()) {
            return false;
        }
        for (int i = 0; i < places.length; i++) {
            Reading reading = readings.get(i);
            Series like = series.get(i);
            if (!reading.signal().equals(like.signal) || !reading.labels().equals(like.labels)) {
                return false;
            }
        }
        return true;
    }

    /** @param readings that it fits */
    Page page(List<Reading> readings) {
        var values = new double[size];
        for (int i = 0; i < places.length; i++) {
            if (places[i] != NOWHERE) {
                values[places[i]] = readings.get(i).value();
            }
        }
        return page.with(values);
    }

    /** The names of all labels that the readings have. */
    Set<String> labelNames() {
        return series.stream().flatMap(each -> each.labels.keySet().stream()).collect(toUnmodifiableSet());
    }

    private static Family family(Signal signal, Set<Series> series) {
        Family.Type type = switch (signal.kind()) {
            case GAUGE, FLAG -> Family.Type.GAUGE;
            case COUNTER -> Family.Type.COUNTER;
            case INFO -> Family.Type.INFO;
        };
        List<Sample> samples = series.stream()
                .map(each -> new Sample(signal.name(), Labels.of(each.labels), 0))
                .toList();
        return new Family(signal.name(), type, signal.help(), samples);
    }

    private record Series(Signal signal, SortedMap<String, String> labels) {}
}

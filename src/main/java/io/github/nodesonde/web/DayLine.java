package io.github.nodesonde.web;

import io.github.nodesonde.api.UptimePartJson;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The last day of a node as a row of bars.
 *
 * @param said the same in words
 */
record DayLine(String said, int parts, List<Bar> bars) {

    /** One part of the day, and the worst that lasted in it. */
    record Bar(int x, String verdict) {}

    static DayLine of(List<UptimePartJson> day) {
        return new DayLine(
                day.stream()
                        .collect(Collectors.groupingBy(UptimePartJson::worst, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + " in " + entry.getValue())
                        .collect(Collectors.joining(", ", "Hours of the last day: ", "")),
                day.size(),
                IntStream.range(0, day.size())
                        .mapToObj(x -> new Bar(x, day.get(x).worst()))
                        .toList());
    }
}

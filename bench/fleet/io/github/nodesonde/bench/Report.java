package io.github.nodesonde.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/** What was measured so far: printed as it is found, and written as JSON, by another thread if need be. A goal is the most that a figure is to be. */
final class Report {

    private static final double NO_GOAL = Double.NaN;

    private final SequencedMap<String, Object> all = new LinkedHashMap<>();

    Report(Map<String, Object> options) {
        all.put("options", options);
        System.out.printf("%-62s %10s %-9s %-9s%n", "", "figure", "unit", "goal");
    }

    /** Several measurements of one thing: all of them and their median. */
    double medianOf(String name, String unit, List<Double> values) {
        return medianOf(name, unit, values, NO_GOAL);
    }

    synchronized double medianOf(String name, String unit, List<Double> values, double goal) {
        double median = median(values);
        SequencedMap<String, Object> told = told("median", median, unit, goal);
        told.put("values", List.copyOf(values));
        all.put(name, told);
        print(name, median, unit, goal, "of " + shown(values));
        return median;
    }

    void one(String name, String unit, double value) {
        one(name, unit, value, NO_GOAL);
    }

    synchronized void one(String name, String unit, double value, double goal) {
        all.put(name, told("value", value, unit, goal));
        print(name, value, unit, goal, "");
    }

    synchronized void write(Path file) {
        try {
            Files.writeString(
                    file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("written to " + file);
    }

    static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        sorted.sort(Double::compare);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static SequencedMap<String, Object> told(String kind, double figure, String unit, double goal) {
        var told = new LinkedHashMap<String, Object>();
        told.put("unit", unit);
        told.put(kind, figure);
        if (!Double.isNaN(goal)) {
            told.put("goal", goal);
            told.put("reached", figure <= goal);
        }
        return told;
    }

    private static String shown(List<Double> values) {
        return String.join(
                ", ", values.stream().map(value -> String.format(Locale.ROOT, "%.3f", value)).toList());
    }

    private static void print(String name, double figure, String unit, double goal, String more) {
        String limit = Double.isNaN(goal) ? "" : String.format(Locale.ROOT, "%s%.3g", figure <= goal ? "≤ " : "not ", goal);
        System.out.println(String.format(Locale.ROOT, "%-62s %10.3f %-9s %-9s %s", name, figure, unit, limit, more)
                .stripTrailing());
    }
}

package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: printed as it is found, and written as JSON in the end. */
final class Report {

    private final SequencedMap<String, Object> all = new LinkedHashMap<>();

    Report(Map<String, Object> options) {
        all.put("options", options);
    }

    /** Several measurements of one thing: all of them and their median. */
    double medianOf(String name, String unit, List<Double> values) {
        double median = median(values);
        all.put(name, Map.of("unit", unit, "median", median, "values", List.copyOf(values)));
        print(name, "%.3f %s".formatted(median, unit) + " of " + shown(values));
        return median;
    }

    double one(String name, String unit, double value) {
        all.put(name, Map.of("unit", unit, "value", value));
        print(name, "%.3f %s".formatted(value, unit));
        return value;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("written to " + file);
    }

    static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        sorted.sort(Double::compare);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String shown(List<Double> values) {
        return String.join(
                ", ", values.stream().map(value -> String.format(Locale.ROOT, "%.3f", value)).toList());
    }

    private static void print(String name, String value) {
        System.out.printf(Locale.ROOT, "%-62s %s%n", name, value);
    }
}

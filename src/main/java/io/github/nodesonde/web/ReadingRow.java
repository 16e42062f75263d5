package io.github.nodesonde.web;

import io.github.nodesonde.api.ReadingJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One reading.
 *
 * @param source the probe that it was read from, or how it was worked out
 */
record ReadingRow(String name, String labels, String value, String origin, String source, String age) {

    static ReadingRow of(ReadingJson reading, Instant asOf) {
        String unit = reading.unit() == null ? "" : " " + reading.unit();
        return new ReadingRow(
                reading.name(),
                reading.labels().entrySet().stream().map(Phrases::label).collect(Collectors.joining(" ")),
                value(reading.value()) + unit,
                reading.origin(),
                reading.how() != null ? reading.how() : reading.probe() == null ? "" : reading.probe(),
                Phrases.lasting(reading.at(), asOf) + " ago");
    }

    private static String value(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

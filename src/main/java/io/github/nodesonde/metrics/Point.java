package io.github.nodesonde.metrics;

import io.github.nodesonde.observation.Reading;

/** What a series of ours shows now. */
record Point(Series series, double value) {

    static Point of(Reading reading) {
        return new Point(Series.of(reading), reading.value());
    }
}

package io.github.nodesonde.exposition;

import java.util.List;

/**
 * One metric family: samples that share a HELP and a TYPE.
 *
 * @param name as text format 0.0.4 spells it: that of a counter ends in {@code _total} where the samples' does
 * @param help unescaped; empty when the page has none
 * @param samples in the order of the page
 */
public record Family(String name, Type type, String help, List<Sample> samples) {

    public Family {
        samples = List.copyOf(samples);
    }

    /** The types of both formats; {@code UNTYPED} is what OpenMetrics calls unknown. */
    public enum Type {
        COUNTER,
        GAUGE,
        HISTOGRAM,
        SUMMARY,
        UNTYPED,
        /** OpenMetrics only; a gauge in text format 0.0.4. */
        INFO,
        /** OpenMetrics only; a gauge in text format 0.0.4. */
        STATESET,
        /** OpenMetrics only; a histogram without a type in text format 0.0.4. */
        GAUGEHISTOGRAM
    }
}

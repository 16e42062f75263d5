package io.github.nodesonde.exposition;

import java.util.List;

/**
 * One metric family: samples that share a HELP and a TYPE.
 *
 * @param name as text format 0.0.4 spells it: that of a counter ends in {@code _total} where the samples' does, that of
 *     an info in {@code _info}
 * @param help unescaped; empty when the page has none
 * @param samples in the order of the page; each name is one that the type prints
 */
public record Family(String name, Type type, String help, List<Sample> samples) {

    public Family {
        if (!(samples instanceof SamplesOfPage)) {
            samples = List.copyOf(samples);
            for (Sample sample : samples) {
                if (!type.prints(name, sample.name())) {
                    throw new IllegalArgumentException(type + " " + name + " prints no " + sample.name());
                }
            }
        }
    }

    /** Every sample name that a family of this name and type may print. */
    public List<String> sampleNames() {
        return type.suffixes().stream().map(suffix -> name + suffix).toList();
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
        /** OpenMetrics only; untyped series in text format 0.0.4. */
        GAUGEHISTOGRAM;

        private static final List<String> PLAIN = List.of("");
        private static final List<String> OF_HISTOGRAM = List.of("_bucket", "_sum", "_count");
        private static final List<String> OF_SUMMARY = List.of("", "_sum", "_count");
        private static final List<String> OF_GAUGEHISTOGRAM = List.of("_bucket", "_gsum", "_gcount");

        /** What follows the family's name in its samples' names; an empty one stands for the name itself. */
        List<String> suffixes() {
            return switch (this) {
                case COUNTER, GAUGE, UNTYPED, INFO, STATESET -> PLAIN;
                case HISTOGRAM -> OF_HISTOGRAM;
                case SUMMARY -> OF_SUMMARY;
                case GAUGEHISTOGRAM -> OF_GAUGEHISTOGRAM;
            };
        }

        /** Whether text format 0.0.4 prints it as a gauge. */
        boolean isKindOfGauge() {
            return this == GAUGE || this == INFO || this == STATESET;
        }

        /** Whether the samples of such a family have several names. */
        boolean isStructured() {
            return suffixes().size() > 1;
        }

        /** Whether a family of this type may have a sample of that full name. */
        boolean prints(String family, String sample) {
            return sample.startsWith(family) && suffixes().contains(sample.substring(family.length()));
        }
    }
}

package io.github.nodesonde.metrics;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of the nodes' own series are handed on, and how many at most. What a limit cuts is told in series of its own.
 *
 * @param include patterns of metric names that are handed on, in the syntax of RE2 and over the whole name; empty hands on
 *     all
 * @param exclude patterns of metric names that are not; they win
 * @param maxSeries series of all nodes together at most; those that were there before stay, further ones are cut
 * @param maxSeriesPerNode series of one node at most; those that were there before stay, further ones are cut
 * @param maxLabels labels of one series at most; a series with more is left out
 * @param maxLabelValueLength characters of a label's value at most; a longer one is cut
 */
@ConfigurationProperties("nodesonde.passthrough")
record PassthroughProperties(
        @DefaultValue List<String> include,
        @DefaultValue List<String> exclude,
        @DefaultValue("10000") int maxSeriesPerNode,
        @DefaultValue("500000") int maxSeries,
        @DefaultValue("64") int maxLabels,
        @DefaultValue("1024") int maxLabelValueLength) {

    static final PassthroughProperties DEFAULTS =
            new PassthroughProperties(List.of(), List.of(), 10_000, 500_000, 64, 1024);

    PassthroughProperties {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        requirePositive("max-series-per-node", maxSeriesPerNode);
        requirePositive("max-series", maxSeries);
        requirePositive("max-labels", maxLabels);
        requirePositive("max-label-value-length", maxLabelValueLength);
        NamePatterns.parse("nodesonde.passthrough.include", include);
        NamePatterns.parse("nodesonde.passthrough.exclude", exclude);
    }

    private static void requirePositive(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("nodesonde.passthrough." + key + " must be at least 1, not " + value
                    + "; to hand on nothing, set nodesonde.passthrough.exclude to .*");
        }
    }
}

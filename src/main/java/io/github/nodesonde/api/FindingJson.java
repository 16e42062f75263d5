package io.github.nodesonde.api;

import io.github.nodesonde.health.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cause of a verdict. A whole number is printed as one; a figure that is no finite number is null. */
public record FindingJson(
        String rule,
        String verdict,
        String because,
        @Nullable Number observed,
        @Nullable Number threshold,
        Instant since) {

    private static final double LARGEST_EXACT = 1L << 53;

    static List<FindingJson> of(List<Finding> findings) {
        return findings.stream().map(FindingJson::of).toList();
    }

    private static FindingJson of(Finding finding) {
        return new FindingJson(
                finding.rule(),
                finding.verdict().label(),
                finding.because(),
                number(finding.observed()),
                number(finding.threshold()),
                finding.since());
    }

    private static @Nullable Number number(Optional<Double> figure) {
        return figure.filter(Double::isFinite).map(FindingJson::shortest).orElse(null);
    }

    private static Number shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            return (long) value;
        }
        return value;
    }
}

package io.github.nodesonde.health;

import io.github.nodesonde.node.Subject;
import io.github.nodesonde.text.PrintableText;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One cause of a verdict. Identified by subject and rule.
 *
 * @param verdict how bad it is; {@link Verdict#UP} informs and worsens nothing
 * @param because in words, for people; cut to 1,000 characters and one printable line, for it may quote a node
 * @param observed the value that was judged, where it is a number
 * @param threshold what it was held against
 * @param since when it began to hold; stamped by the judge
 */
public record Finding(
        Subject subject,
        String rule,
        Verdict verdict,
        String because,
        Optional<Double> observed,
        Optional<Double> threshold,
        Instant since) {

    /** Worst first, then by rule: the order in which they are shown. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::verdict).reversed().thenComparing(Finding::rule);

    private static final int LONGEST_BECAUSE = 1_000;

    public Finding {
        because = PrintableText.of(because, LONGEST_BECAUSE);
    }

    /** A finding without figures, as a rule makes it: it holds from {@code asOf}, unless it stood before. */
    public static Finding of(Subject subject, String rule, Verdict verdict, String because, Instant asOf) {
        return new Finding(subject, rule, verdict, because, Optional.empty(), Optional.empty(), asOf);
    }

    /** The same with the figures it rests on. */
    public Finding measured(double observed, double threshold) {
        return new Finding(subject, rule, verdict, because, Optional.of(observed), Optional.of(threshold), since);
    }

    /** The same, standing since then. */
    public Finding since(Instant since) {
        return since.equals(this.since)
                ? this
                : new Finding(subject, rule, verdict, because, observed, threshold, since);
    }
}

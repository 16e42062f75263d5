package io.github.nodesonde.health;

import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    public Finding {
        because = printable(because);
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
        return new Finding(subject, rule, verdict, because, observed, threshold, since);
    }

    private static String printable(String text) {
        String cut = text.length() > LONGEST_BECAUSE ? text.substring(0, LONGEST_BECAUSE - 1) + "…" : text;
        return UNPRINTABLE.matcher(cut).replaceAll(" ").strip();
    }
}

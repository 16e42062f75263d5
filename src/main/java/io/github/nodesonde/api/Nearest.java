package io.github.nodesonde.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which valid text a wrong one was meant to be. */
final class Nearest {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int LONGEST_QUOTE = 64;
    private static final int LONGEST_MISTAKE = 3;

    private Nearest() {}

    /** The valid text with the fewest edits, the first of several; empty when all are too far to be meant. */
    static Optional<String> to(String wrong, Collection<String> valid) {
        return wrong.length() > LONGEST_QUOTE
                ? Optional.empty()
                : new TreeSet<>(valid)
                        .stream()
                                .filter(text -> Math.abs(text.length() - wrong.length()) <= LONGEST_MISTAKE)
                                .min(Comparator.comparingInt(text -> edits(wrong, text)))
                                .filter(text -> edits(wrong, text) <= Math.min(LONGEST_MISTAKE, text.length() / 2));
    }

    /** A sentence that names the nearest valid text, or nothing. Begins with a blank. */
    static String hint(String wrong, Collection<String> valid) {
        return to(wrong, valid).map(text -> " The nearest is '" + text + "'.").orElse("");
    }

    /** A text of the caller's, short and printable enough for a message and a log. */
    static String quoted(String text) {
        String brief = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + UNPRINTABLE.matcher(brief).replaceAll("\uFFFD") + "'";
    }

    /** Insertions, deletions and replacements that make one text the other. */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}

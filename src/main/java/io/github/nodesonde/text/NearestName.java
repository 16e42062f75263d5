package io.github.nodesonde.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody most likely meant who wrote another. */
public final class NearestName {

    /** Longer texts are no slips of a name, and comparing them would cost. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /**
     * The nearest of the names by edits of one letter, case aside; empty when even that one is so far that it can hardly
     * have been meant: more than a third of its letters, or two of a short name.
     */
    public static Optional<String> of(String written, Collection<String> names) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> Math.abs(name.length() - written.length()) <= farthest(name))
                .map(name -> new Candidate(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .min(Candidate.NEAREST_FIRST)
                .filter(Candidate::isNear)
                .map(Candidate::name);
    }

    /** A sentence that names it, led by a space; empty when there is none. */
    public static String hint(String written, Collection<String> names) {
        return of(written, names).map(name -> " The nearest is '" + name + "'.").orElse("");
    }

    private record Candidate(String name, int distance) {

        static final Comparator<Candidate> NEAREST_FIRST =
                Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name);

        boolean isNear() {
            return distance <= farthest(name) && distance < name.length();
        }
    }

    private static int farthest(String name) {
        return Math.max(2, name.length() / 3);
    }

    /** Levenshtein's distance, one row of his table at a time. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}

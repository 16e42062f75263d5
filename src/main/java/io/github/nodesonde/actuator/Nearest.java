package io.github.nodesonde.actuator;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody probably meant, by the number of letters to change. */
final class Nearest {

    private static final int LONGEST = 63;

    private Nearest() {}

    /** A sentence that names the nearest candidate, led by a space; empty when none is near. */
    static String hint(String given, Stream<String> candidates) {
        return to(given, candidates)
                .map(near -> " Did you mean '" + near + "'?")
                .orElse("");
    }

    /** The candidate with the fewest letters to change; empty when more than a third of what was given would have to. */
    static Optional<String> to(String given, Stream<String> candidates) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        int bound = Math.max(1, given.length() / 3);
        record Candidate(String text, int distance) {}
        return candidates
                .filter(text -> Math.abs(text.length() - given.length()) <= bound)
                .map(text -> new Candidate(text, distance(given, text)))
                .filter(candidate -> candidate.distance <= bound)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::text))
                .map(Candidate::text);
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

package io.github.nodesonde.history;

import java.security.SecureRandom;
import java.time.Instant;

/** Makes ULIDs: 26 letters and digits, the first ten the milliseconds of a time, the rest chance. Sorts by time. */
final class SortableId {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SortableId() {}

    static String at(Instant time) {
        var text = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
        long millis = Math.max(0, time.toEpochMilli());
        for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
            text.append(ALPHABET.charAt((int) (millis >>> digit * BITS) & ALPHABET.length() - 1));
        }
        RANDOM.ints(RANDOM_DIGITS, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }
}

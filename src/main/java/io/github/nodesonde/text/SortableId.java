package io.github.nodesonde.text;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes ids that sort by a time and that nobody can guess, in the layout of a ULID: 26 characters of Crockford's base 32,
 * ten of the milliseconds since 1970 and sixteen by chance. Two of one millisecond differ but do not sort. Thread-safe.
 */
public final class SortableId {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int OF_TIME = 10;
    private static final int BY_CHANCE = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private SortableId() {}

    /** A new id of that time; a clock that stands before 1970 counts for 1970, or the ids would sort last. */
    public static String at(Instant time) {
        long millis = Math.max(0, time.toEpochMilli());
        var id = new StringBuilder(OF_TIME + BY_CHANCE);
        for (int place = OF_TIME - 1; place >= 0; place--) {
            id.append(DIGITS.charAt((int) (millis >>> (place * BITS)) & (DIGITS.length() - 1)));
        }
        CHANCE.ints(BY_CHANCE, 0, DIGITS.length()).forEach(digit -> id.append(DIGITS.charAt(digit)));
        return id.toString();
    }
}

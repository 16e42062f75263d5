package io.github.nodesonde.maintenance;

import java.security.SecureRandom;

/**
 * Ids that sort by the time at which they were made and that nobody can guess: 26 characters of Crockford's base 32, ten
 * of the time in milliseconds and sixteen by chance (the layout of a ULID).
 */
final class WindowId {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int OF_TIME = 10;
    private static final int BY_CHANCE = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private WindowId() {}

    static String next() {
        return at(System.currentTimeMillis());
    }

    static String at(long millis) {
        var id = new StringBuilder(OF_TIME + BY_CHANCE);
        for (int place = OF_TIME - 1; place >= 0; place--) {
            id.append(DIGITS.charAt((int) (millis >>> (place * BITS)) & (DIGITS.length() - 1)));
        }
        CHANCE.ints(BY_CHANCE, 0, DIGITS.length()).forEach(digit -> id.append(DIGITS.charAt(digit)));
        return id.toString();
    }
}

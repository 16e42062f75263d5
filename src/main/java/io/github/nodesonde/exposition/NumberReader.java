package io.github.nodesonde.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one number of a text format from bytes: a decimal, or any spelling of infinity and NaN that Go accepts. What only
 * others take for a number ({@code 1d}, {@code 0x1p3}, {@code 1_000}) is none. Not thread-safe.
 *
 * <p>A decimal of up to 15 digits and an exponent within 22 is exact as one product or quotient of doubles (Clinger 1990);
 * one of up to 19 digits goes through {@link DecimalPowers}. Neither allocates; only what is longer is left to the JDK.
 */
final class NumberReader {

    private static final int LONGEST_MANTISSA = 19;
    private static final long EXACT_MANTISSA = 1L << 53;
    private static final int EXACT_POWER = 22;
    private static final int LARGEST_EXPONENT = 9_999;
    private static final int LONGEST_WORD = "+infinity".length();

    private static final double[] POWERS = new double[EXACT_POWER + 1];

    static {
        for (int i = 0; i <= EXACT_POWER; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private double value;
    private int end;

    /** Reads from {@code start}. False when no number stands there; else value and end are those of the number. */
    boolean read(byte[] text, int start, int limit) {
        int at = start;
        boolean negative = false;
        if (at < limit && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int scale = 0;
        int digit;
        while (at < limit && (digit = text[at] - '0') >= 0 && digit <= 9) {
            if (significant > 0 || digit > 0) {
                significant++;
                mantissa = mantissa * 10 + digit;
            }
            digits++;
            at++;
        }
        if (at < limit && text[at] == '.') {
            at++;
            int fraction = at;
            while (at < limit && (digit = text[at] - '0') >= 0 && digit <= 9) {
                if (significant > 0 || digit > 0) {
                    significant++;
                    mantissa = mantissa * 10 + digit;
                }
                at++;
            }
            scale = fraction - at;
            digits += at - fraction;
        }
        if (digits == 0) {
            return word(text, start, limit);
        }
        if (at < limit && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean down = at < limit && text[at] == '-';
            if (at < limit && (down || text[at] == '+')) {
                at++;
            }
            int first = at;
            int exponent = 0;
            while (at < limit && (digit = text[at] - '0') >= 0 && digit <= 9) {
                exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + digit);
                at++;
            }
            if (at == first) {
                return false;
            }
            scale += down ? -exponent : exponent;
        }
        end = at;
        value = significant <= LONGEST_MANTISSA
                ? signed(negative, mantissa, scale, text, start)
                : Double.parseDouble(new String(text, start, at - start, StandardCharsets.ISO_8859_1));
        return true;
    }

    double value() {
        return value;
    }

    /** The place after the number that was read. */
    int end() {
        return end;
    }

    private double signed(boolean negative, long mantissa, int scale, byte[] text, int start) {
        double absolute;
        if (mantissa >= 0 && mantissa <= EXACT_MANTISSA && scale >= -EXACT_POWER && scale <= EXACT_POWER) {
            absolute = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
        } else if (DecimalPowers.covers(scale)) {
            absolute = DecimalPowers.scaled(mantissa, scale);
        } else {
            return Double.parseDouble(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
        }
        return negative ? -absolute : absolute;
    }

    private boolean word(byte[] text, int start, int limit) {
        int at = start;
        while (at < limit && text[at] > ' ' && at - start <= LONGEST_WORD) {
            at++;
        }
        if (at - start > LONGEST_WORD) {
            return false;
        }
        end = at;
        switch (new String(text, start, at - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)) {
            case "nan" -> value = Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
            default -> {
                return false;
            }
        }
        return true;
    }
}

package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The label that tells a bucket's bound or a quantile's rank, as one series spells it. Nodes write {@code 1} and {@code 1.0}
 * for the same; we write what OpenMetrics does. Reused for series after series; not thread-safe.
 */
final class Bound {

    private static final byte[] LE = label(Family.Type.HISTOGRAM).getBytes(ISO_8859_1);
    private static final byte[] QUANTILE = label(Family.Type.SUMMARY).getBytes(ISO_8859_1);
    private static final int LONGEST_PLAIN = 6;

    private byte[] text = {};
    private int start;
    private int end;

    /** Finds it in the series that stands there. False when samples of that name have none, or this one lacks it. */
    boolean find(Family.Type type, int suffix, byte[] series, int from, int to) {
        return isBounded(type, suffix) && find(type == Family.Type.SUMMARY ? QUANTILE : LE, series, from, to);
    }

    /** Name of the label of a type that has one. */
    static String label(Family.Type type) {
        return type == Family.Type.SUMMARY ? "quantile" : "le";
    }

    /** Whether samples of that suffix must have a bound. */
    static boolean isBounded(Family.Type type, int suffix) {
        return suffix == 0 && type.isStructured();
    }

    /** The place of its value in the series. */
    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isNumber() {
        return Numbers.parse(value()).isPresent();
    }

    /**
     * Whether it is a few digits, a point and digits: what needs no change. Says no to some others that need none either,
     * but never yes to one that does.
     */
    boolean isPlain() {
        int point = start;
        while (point < end && isDigit(text[point])) {
            point++;
        }
        int whole = point - start;
        boolean shortest = whole > 0 && whole <= LONGEST_PLAIN && (whole == 1 || text[start] != '0');
        if (!shortest || point + 1 >= end || text[point] != '.') {
            return isInfinity();
        }
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        int fraction = end - point - 1;
        boolean tiny = text[start] == '0' && fraction > 1 && text[point + 1] == '0' && fraction > 3;
        return !tiny && fraction <= 15 - whole && (fraction == 1 || text[end - 1] != '0');
    }

    /** Whether it is so short a whole number that {@code .0} after it is all it lacks. */
    boolean isShortInteger() {
        int digits = end - start;
        if (digits == 0 || digits > LONGEST_PLAIN || digits > 1 && text[start] == '0') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    /** Its one spelling; what is no number stays as it is. */
    String canonical() {
        String value = value();
        OptionalDouble number = Numbers.parse(value);
        return number.isPresent() ? Numbers.canonical(number.getAsDouble()) : value;
    }

    private boolean isInfinity() {
        return end - start == 4
                && text[start] == '+'
                && text[start + 1] == 'I'
                && text[start + 2] == 'n'
                && text[start + 3] == 'f';
    }

    private boolean find(byte[] label, byte[] series, int from, int to) {
        text = series;
        int at = from;
        while (at < to && series[at] != '{') {
            at++;
        }
        at++;
        while (at < to) {
            int equals = at;
            while (series[equals] != '=') {
                equals++;
            }
            end = Shape.endOfValue(series, equals + 2);
            if (Arrays.equals(label, 0, label.length, series, at, equals)) {
                start = equals + 2;
                return true;
            }
            at = end + 2;
        }
        return false;
    }

    private String value() {
        return new String(text, start, end - start, UTF_8);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}

package io.github.nodesonde.exposition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the text formats spell them. */
final class Numbers {

    /** Up to here every integer is exact, and no longer than its exponent form. */
    private static final double LONGEST_INTEGER = 1e15;

    private static final int SHORTEST_EXPONENT = -4;
    private static final int LONGEST_EXPONENT = 6;

    private Numbers() {}

    /**
     * Reads a decimal number, or any spelling of infinity and NaN that Go accepts. Empty for all else, what only Java
     * takes for a number included ({@code 1d}, {@code 0x1p3}).
     */
    static OptionalDouble parse(String text) {
        return isDecimal(text) ? OptionalDouble.of(Double.parseDouble(text)) : word(text);
    }

    /** Checked by hand, for a page full of what is no number must not cost an exception each. */
    private static boolean isDecimal(String text) {
        int whole = afterSign(text, 0);
        int fraction = afterDigits(text, whole);
        int digits = fraction - whole;
        int end = fraction;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, fraction + 1);
            digits += end - fraction - 1;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = afterSign(text, end + 1);
            end = afterDigits(text, exponent);
            digits = end - exponent;
        }
        return digits > 0 && end == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static OptionalDouble word(String text) {
        if (text.length() > "+infinity".length()) {
            return OptionalDouble.empty();
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }

    /** The shortest text that is read back as the same number; integers without exponent while they are short. */
    static String text(double value) {
        if (Double.isFinite(value)) {
            boolean negativeZero = value == 0 && 1 / value < 0;
            return Math.rint(value) == value && Math.abs(value) <= LONGEST_INTEGER && !negativeZero
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    /**
     * The one spelling of a bucket's bound: that of OpenMetrics, to which Prometheus 3 brings every bound it scrapes
     * ({@code 1.0}, {@code 0.005}, {@code 1e+06}, {@code 2.5e-05}, {@code +Inf}).
     */
    static String canonical(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0.0" : text(value);
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent >= SHORTEST_EXPONENT && exponent < LONGEST_EXPONENT) {
            String plain = decimal.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = decimal.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}

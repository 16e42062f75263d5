package io.github.nodesonde.exposition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Numbers as the text formats spell them. */
final class Numbers {

    /** Up to here every integer is exact, and no longer than its exponent form. */
    static final double LONGEST_INTEGER = 1e15;

    private static final int SHORTEST_EXPONENT = -4;
    private static final int LONGEST_EXPONENT = 6;

    private Numbers() {}

    /** Reads what {@link NumberReader} takes for a number; empty for all else. */
    static OptionalDouble parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var number = new NumberReader();
        return number.read(bytes, 0, bytes.length) && number.end() == bytes.length
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
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

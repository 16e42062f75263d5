package io.github.nodesonde.exposition;

import java.math.BigInteger;

/**
 * The double nearest to {@code mantissa · 10^exponent} for mantissas of 64 bits, by one product of 128 bits (Lemire, "Number
 * parsing at a gigabyte per second", 2021, doi 10.1002/spe.2984; that it never needs another try: Mushtak and Lemire, "Fast
 * number parsing without fallback", 2023). Held to exponents whose results are neither subnormal nor infinite.
 */
final class DecimalPowers {

    private static final int LOWEST = -290;
    private static final int HIGHEST = 280;
    private static final int BITS = 128;
    /** Down to here the reciprocal of the power is exact enough with a fixed number of bits. */
    private static final int LOWEST_SHORT = -27;

    private static final int SPARE_BITS = 9;
    private static final int EXPONENT_BIAS = 1023;
    private static final long HIDDEN_BIT = 1L << 52;

    /** The topmost 128 bits of 5^exponent, high and low half by turns. */
    private static final long[] FIVES = new long[2 * (HIGHEST - LOWEST + 1)];

    static {
        for (int exponent = LOWEST; exponent <= HIGHEST; exponent++) {
            BigInteger bits = topBits(exponent);
            FIVES[2 * (exponent - LOWEST)] = bits.shiftRight(64).longValue();
            FIVES[2 * (exponent - LOWEST) + 1] = bits.longValue();
        }
    }

    private DecimalPowers() {}

    static boolean covers(int exponent) {
        return exponent >= LOWEST && exponent <= HIGHEST;
    }

    /** @param mantissa unsigned */
    static double scaled(long mantissa, int exponent) {
        if (mantissa == 0) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(mantissa);
        long shifted = mantissa << zeros;
        int at = 2 * (exponent - LOWEST);
        long high = Math.unsignedMultiplyHigh(shifted, FIVES[at]);
        long low = shifted * FIVES[at];
        if ((high & 0x1FF) == 0x1FF) {
            long more = Math.unsignedMultiplyHigh(shifted, FIVES[at + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) {
                high++;
            }
        }
        int upper = (int) (high >>> 63);
        int shift = upper + SPARE_BITS;
        long bits = high >>> shift;
        int power = (((152170 + 65536) * exponent) >> 16) + 63 + upper - zeros + EXPONENT_BIAS;
        if (Long.compareUnsigned(low, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (bits & 3) == 1
                && bits << shift == high) {
            bits &= ~1L;
        }
        bits += bits & 1;
        bits >>>= 1;
        if (bits >= HIDDEN_BIT << 1) {
            bits = HIDDEN_BIT;
            power++;
        }
        return Double.longBitsToDouble(bits & ~HIDDEN_BIT | (long) power << 52);
    }

    private static BigInteger topBits(int exponent) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(exponent));
        if (exponent >= 0) {
            return five.shiftLeft(BITS).shiftRight(five.bitLength());
        }
        int length = five.subtract(BigInteger.ONE).bitLength();
        int numerator = exponent >= LOWEST_SHORT ? length + BITS - 1 : 2 * length + BITS;
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(numerator).divide(five).add(BigInteger.ONE);
        return reciprocal.shiftRight(Math.max(0, reciprocal.bitLength() - BITS));
    }
}

package io.github.nodesonde.chain.genlayer.staking;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts of wei in GEN, of which one is 10^18 wei. */
public final class Gen {

    private static final int DECIMALS = 18;

    private Gen() {}

    /** Exact, without exponent and without trailing zeros: {@code 42000.000000000000000001}. */
    public static String text(BigInteger wei) {
        return exact(wei).stripTrailingZeros().toPlainString();
    }

    /** The nearest number that a series can carry. */
    public static double value(BigInteger wei) {
        return exact(wei).doubleValue();
    }

    public static BigDecimal exact(BigInteger wei) {
        return new BigDecimal(wei, DECIMALS);
    }
}

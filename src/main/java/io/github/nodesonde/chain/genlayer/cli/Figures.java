package io.github.nodesonde.chain.genlayer.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads the tool's figures, exactly. */
final class Figures {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,60}(?:\\.[0-9]{1,18})? GEN");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,78}");
    private static final int DECIMALS = 18;
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Figures() {}

    /** An amount of GEN, {@code 42000.5 GEN}, in wei. */
    static BigInteger wei(String amount) throws UnreadableOutput {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new UnreadableOutput("the tool's output has an amount that is none");
        }
        return new BigDecimal(amount.substring(0, amount.indexOf(' ')))
                .movePointRight(DECIMALS)
                .toBigIntegerExact();
    }

    /** The number of an epoch. One that no clock reaches, as the contract has for bans without end, is the largest there is. */
    static long epoch(String number) throws UnreadableOutput {
        if (!WHOLE.matcher(number).matches()) {
            throw new UnreadableOutput("the tool's output has an epoch that is no number");
        }
        return new BigInteger(number).min(LARGEST).longValueExact();
    }
}

package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The operator's wallet, as a node tells of it. */
record Wallet(BigInteger wei) {

    /** With enough for many rounds. */
    static final Wallet FILLED = gen("9.750000000000000001");

    private static final int DECIMALS = 18;

    static Wallet gen(String gen) {
        return new Wallet(new BigDecimal(gen).movePointRight(DECIMALS).toBigIntegerExact());
    }

    SimulatedAnswer answer() {
        String hex = wei.signum() == 0 ? "" : wei.toString(16);
        return SimulatedAnswer.json(200, """
                {"balance_hex":"0x%s","balance_wei":"%s","balance_gen":"%s"}
                """.formatted(
                        hex.length() % 2 == 0 ? hex : "0" + hex,
                        wei,
                        new BigDecimal(wei, DECIMALS).setScale(3, RoundingMode.DOWN)));
    }
}

package io.github.nodesonde.chain.genlayer.ops;

import io.github.nodesonde.probe.BadAnswer;
import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code /balance}: of the three ways in which it tells the amount, only the one in wei is exact and never empty. */
public final class BalanceReader {

    /** An unsigned 256-bit integer has at most 78 digits. */
    private static final Pattern WEI = Pattern.compile("[0-9]{1,78}");

    private BalanceReader() {}

    /** @throws BadAnswer malformed, when the body has no {@code balance_wei} of decimal digits */
    public static OperatorBalance read(JsonNode body) throws BadAnswer {
        String wei = body.path("balance_wei").asString("");
        if (!body.path("balance_wei").isString() || !WEI.matcher(wei).matches()) {
            throw BadAnswer.malformed("the body has no balance_wei that is a text of decimal digits");
        }
        return new OperatorBalance(new BigInteger(wei));
    }
}

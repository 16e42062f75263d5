package io.github.nodesonde.demo.genlayer;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** What a contract returns: words of 32 bytes, in hex. */
final class Words {

    private static final int BYTES = 32;
    private static final int DIGITS = 2 * BYTES;

    private final StringBuilder digits = new StringBuilder("0x");

    Words number(BigInteger value) {
        String hex = value.toString(16);
        digits.append("0".repeat(DIGITS - hex.length())).append(hex);
        return this;
    }

    Words number(long value) {
        return number(BigInteger.valueOf(value));
    }

    Words flag(boolean value) {
        return number(value ? 1 : 0);
    }

    Words address(String address) {
        return number(new BigInteger(address.substring(2), 16));
    }

    /** One value of a tuple of texts alone: where each begins, then each with its length. */
    Words texts(List<String> texts) {
        number(BYTES);
        long offset = (long) texts.size() * BYTES;
        for (String text : texts) {
            number(offset);
            offset += BYTES + (long) padded(text).length() / 2;
        }
        for (String text : texts) {
            number(text.getBytes(StandardCharsets.UTF_8).length);
            digits.append(padded(text));
        }
        return this;
    }

    private static String padded(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return hex + "0".repeat((DIGITS - hex.length() % DIGITS) % DIGITS);
    }

    @Override
    public String toString() {
        return digits.toString();
    }
}

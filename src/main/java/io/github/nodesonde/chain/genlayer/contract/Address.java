package io.github.nodesonde.chain.genlayer.contract;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address on the chain. Equal whatever the case it was written in.
 *
 * @param digits its 40 hex digits, lower case
 */
public record Address(String digits) {

    private static final Pattern WRITTEN = Pattern.compile("0x[0-9a-fA-F]{40}");

    /** Empty when the text is not {@code 0x} and 40 hex digits. Looks at no checksum. */
    public static Optional<Address> parse(String text) {
        return WRITTEN.matcher(text).matches()
                ? Optional.of(new Address(text.substring(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether it is the address that stands for none. */
    public boolean isZero() {
        return digits.chars().allMatch(digit -> digit == '0');
    }

    /** Whether the text spells this address: in one case, or in mixed case with the checksum of EIP-55 intact. */
    public boolean isSpelt(String text) {
        String written = text.substring(2);
        return written.equals(digits) || written.equals(digits.toUpperCase(Locale.ROOT)) || text.equals(toString());
    }

    /** As EIP-55 spells it: a letter is upper case where the hash of the lower-case digits has a digit of 8 or more. */
    @Override
    public String toString() {
        String hash = HexFormat.of().formatHex(Keccak.hash256(digits.getBytes(StandardCharsets.US_ASCII)));
        var spelt = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            spelt.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return spelt.toString();
    }
}

package io.github.nodesonde.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that begin with the same bits, of one family: {@code 10.0.0.0/8}, {@code fd00::/8}. */
final class AddressRange {

    private static final Pattern CIDR = Pattern.compile("([0-9A-Fa-f.:]+)(?:/([0-9]{1,3}))?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /**
     * A range in CIDR notation, or one address.
     *
     * @throws IllegalArgumentException when the text is none; the message says what to write
     */
    static AddressRange parse(String text) {
        Matcher cidr = CIDR.matcher(text);
        if (!cidr.matches()
                || !cidr.group(1).contains(":")
                        && !DOTTED.matcher(cidr.group(1)).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8");
        }
        byte[] address = bytes(text, cidr.group(1));
        int most = address.length * Byte.SIZE;
        int bits = cidr.group(2) == null ? most : Integer.parseInt(cidr.group(2));
        if (bits > most) {
            throw new IllegalArgumentException("'" + text + "' has a prefix over /" + most);
        }
        byte[] masked = masked(address, bits);
        if (!Arrays.equals(masked, address)) {
            throw new IllegalArgumentException("'" + text + "' has bits set beyond its prefix: write " + words(masked)
                    + "/" + bits + ", or leave out the prefix");
        }
        return new AddressRange(masked, bits);
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        return other.length == first.length && Arrays.equals(masked(other, bits), first);
    }

    /** The range in CIDR notation. */
    @Override
    public String toString() {
        return words(first) + "/" + bits;
    }

    private static byte[] bytes(String text, String literal) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' begins with no address", e);
        }
        byte[] bytes = address.getAddress();
        if (literal.contains(":") && bytes.length == 4) {
            throw new IllegalArgumentException(
                    "'" + text + "' is an IPv4 range written as IPv6: write it as IPv4, which covers both");
        }
        return bytes;
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (address[i] & (0xff << (Byte.SIZE - kept)));
        }
        return masked;
    }

    private static String words(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 and 16 bytes are an address", e);
        }
    }
}

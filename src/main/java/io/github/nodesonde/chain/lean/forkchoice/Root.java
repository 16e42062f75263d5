package io.github.nodesonde.chain.lean.forkchoice;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/** The root of a block, 32 bytes as four words. Ordered and printed as its bytes in lower-case hexadecimal. */
record Root(long first, long second, long third, long fourth) implements Comparable<Root> {

    static final int WORDS = 4;

    private static final int DIGITS_PER_WORD = 16;
    private static final String PREFIX = "0x";
    static final int LENGTH = PREFIX.length() + WORDS * DIGITS_PER_WORD;
    private static final int DIGITS_SHOWN = 8;

    private static final Comparator<Root> ORDER = Comparator.<Root, Long>comparing(Root::first, Long::compareUnsigned)
            .thenComparing(Root::second, Long::compareUnsigned)
            .thenComparing(Root::third, Long::compareUnsigned)
            .thenComparing(Root::fourth, Long::compareUnsigned);

    /** {@code 0x} and 64 digits of either case; empty for anything else. */
    static Optional<Root> parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        for (int i = PREFIX.length(); i < LENGTH; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Root(word(text, 0), word(text, 1), word(text, 2), word(text, 3)));
    }

    /** As the other, of what stands in bytes from there on. */
    static Optional<Root> parse(byte[] text, int at) {
        if (text.length - at < LENGTH || text[at] != '0' || text[at + 1] != 'x') {
            return Optional.empty();
        }
        var digits = new HexDigits(text, at + PREFIX.length());
        var root = new Root(digits.sixteen(), digits.sixteen(), digits.sixteen(), digits.sixteen());
        return digits.areGood() ? Optional.of(root) : Optional.empty();
    }

    private static long word(String text, int index) {
        int begin = PREFIX.length() + index * DIGITS_PER_WORD;
        return HexFormat.fromHexDigitsToLong(text, begin, begin + DIGITS_PER_WORD);
    }

    /** Its beginning, for people. */
    String abbreviated() {
        return toString().substring(0, PREFIX.length() + DIGITS_SHOWN) + "…";
    }

    @Override
    public int compareTo(Root other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        var hex = HexFormat.of();
        return PREFIX
                + hex.toHexDigits(first)
                + hex.toHexDigits(second)
                + hex.toHexDigits(third)
                + hex.toHexDigits(fourth);
    }
}

package io.github.nodesonde.chain.genlayer.contract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call returned, as the ABI lays it out: words of 32 bytes, of which those of fixed size are read in place and an
 * array stands behind its offset. Written by who answers, so every length is held against what is there.
 *
 * @param digits hex, lower or upper case, {@value #DIGITS} a word
 */
public record Words(String digits) {

    private static final int DIGITS = 64;
    private static final int ADDRESS_DIGITS = 40;
    private static final int BYTES = 32;
    private static final BigInteger MOST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    public Words {
        if (digits.length() % DIGITS != 0) {
            throw new IllegalArgumentException("words have " + DIGITS + " digits each");
        }
    }

    /** Reads {@code 0x} and whole words of hex digits; {@code 0x} alone is no word. */
    public static Words of(String hex) throws UnreadableWords {
        if (!hex.startsWith("0x") || (hex.length() - 2) % DIGITS != 0 || !isHex(hex, 2)) {
            throw new UnreadableWords("not whole words of 32 bytes");
        }
        return new Words(hex.substring(2));
    }

    public int size() {
        return digits.length() / DIGITS;
    }

    /** These, when they are so many. */
    public Words exactly(int words) throws UnreadableWords {
        if (size() != words) {
            throw new UnreadableWords(size() + " words where " + words + " belong");
        }
        return this;
    }

    /** An unsigned number. */
    public BigInteger number(int word) throws UnreadableWords {
        return new BigInteger(digits(word), 16);
    }

    /** An unsigned number that is no larger than a long. */
    public long count(int word) throws UnreadableWords {
        BigInteger number = number(word);
        if (number.compareTo(MOST_LONG) > 0) {
            throw new UnreadableWords("a number that is far too large");
        }
        return number.longValue();
    }

    public boolean flag(int word) throws UnreadableWords {
        BigInteger number = number(word);
        if (number.bitLength() > 1) {
            throw new UnreadableWords("a flag that is neither 0 nor 1");
        }
        return number.signum() == 1;
    }

    public Address address(int word) throws UnreadableWords {
        String padded = digits(word);
        int padding = DIGITS - ADDRESS_DIGITS;
        if (padded.chars().limit(padding).anyMatch(digit -> digit != '0')) {
            throw new UnreadableWords("an address that is too long");
        }
        return Address.parse("0x" + padded.substring(padding)).orElseThrow(() -> new UnreadableWords("no address"));
    }

    /**
     * The elements of the one array that was returned.
     *
     * @param each how many words an element has; positive
     */
    public List<Words> elements(int each) throws UnreadableWords {
        long at = count(0);
        if (at % BYTES != 0 || at / BYTES >= size()) {
            throw new UnreadableWords("an array that begins elsewhere");
        }
        int first = (int) (at / BYTES);
        long length = count(first);
        int there = size() - first - 1;
        if (there % each != 0 || there / each != length) {
            throw new UnreadableWords("an array of another length than it says");
        }
        var elements = new ArrayList<Words>();
        for (int word = first + 1; word < size(); word += each) {
            elements.add(new Words(digits.substring(word * DIGITS, (word + each) * DIGITS)));
        }
        return elements;
    }

    private String digits(int word) throws UnreadableWords {
        if (word >= size()) {
            throw new UnreadableWords(size() + " words where more belong");
        }
        return digits.substring(word * DIGITS, (word + 1) * DIGITS);
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }
}

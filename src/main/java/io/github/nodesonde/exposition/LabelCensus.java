package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What labels there are in some series. A page has few names of them, mostly the ones of the line before: each is compared
 * with the known ones as bytes before a String is made. Not thread-safe.
 */
final class LabelCensus {

    /** Beyond so many, names are looked up by hash. */
    private static final int FEW = 16;

    private final List<byte[]> few = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int most;
    private int longestValue;

    void add(byte[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] != '{') {
            at++;
        }
        at++;
        int labels = 0;
        while (at < end) {
            labels++;
            int equals = at;
            while (text[equals] != '=') {
                equals++;
            }
            addName(text, at, equals);
            int quote = Shape.endOfValue(text, equals + 2);
            longestValue = Math.max(longestValue, quote - equals - 2);
            at = quote + 2;
        }
        most = Math.max(most, labels);
    }

    Set<String> names() {
        return names;
    }

    /** How many labels the series has that has the most. */
    int most() {
        return most;
    }

    /** Bytes of the longest value as it is spelled, which are never fewer than its characters. */
    int longestValue() {
        return longestValue;
    }

    private void addName(byte[] text, int start, int end) {
        for (byte[] known : few) {
            if (Arrays.equals(known, 0, known.length, text, start, end)) {
                return;
            }
        }
        if (names.add(new String(text, start, end - start, UTF_8)) && few.size() < FEW) {
            few.add(Arrays.copyOfRange(text, start, end));
        }
    }
}

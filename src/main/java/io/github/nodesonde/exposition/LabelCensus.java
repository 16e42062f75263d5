package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of all labels in some series. A page has few of them, mostly the ones of the line before: each is compared with
 * the known ones as bytes before a String is made. Not thread-safe.
 */
final class LabelNames {

    /** Beyond so many, names are looked up by hash. */
    private static final int FEW = 16;

    private final List<byte[]> few = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(byte[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] != '{') {
            at++;
        }
        at++;
        while (at < end) {
            int equals = at;
            while (text[equals] != '=') {
                equals++;
            }
            addName(text, at, equals);
            at = Shape.endOfValue(text, equals + 2) + 2;
        }
    }

    Set<String> names() {
        return names;
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

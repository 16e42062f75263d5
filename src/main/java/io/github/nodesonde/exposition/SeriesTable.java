package io.github.nodesonde.exposition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The series of one page as they come, each text once after the other, and which of them came before. Not thread-safe.
 *
 * <p>Hashes are keyed by a secret of this process, so that nobody can print a page of series that collide.
 */
final class SeriesTable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SECRET = new SecureRandom().nextLong() | 1;
    private static final long MULTIPLIER = new SecureRandom().nextLong() | 1;

    private byte[] text = new byte[8_192];
    private int[] ends = new int[128];
    /** Open addressing; each slot holds the place of a series plus 1. */
    private int[] slots = new int[256];

    private int[] hashes = new int[128];
    private int size;

    /** Adds a series. False when it was there; then it is there twice. */
    boolean add(byte[] series, int length) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + length > text.length) {
            text = Arrays.copyOf(text, 2 * (start + length));
        }
        System.arraycopy(series, 0, text, start, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        ends[size] = start + length;
        hashes[size] = hash(series, length);
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return claim(size - 1);
    }

    int size() {
        return size;
    }

    byte[] text() {
        return text;
    }

    int start(int series) {
        return series == 0 ? 0 : ends[series - 1];
    }

    int end(int series) {
        return ends[series];
    }

    SeriesText build() {
        return new SeriesText(Arrays.copyOf(text, size == 0 ? 0 : ends[size - 1]), copyOfEnds());
    }

    int[] copyOfEnds() {
        return Arrays.copyOf(ends, size);
    }

    private boolean claim(int series) {
        int mask = slots.length - 1;
        int slot = hashes[series] & mask;
        while (slots[slot] != 0) {
            int other = slots[slot] - 1;
            if (hashes[other] == hashes[series]
                    && Arrays.equals(text, start(other), end(other), text, start(series), end(series))) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = series + 1;
        return true;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int i = 0; i < size - 1; i++) {
            claim(i);
        }
    }

    private static int hash(byte[] bytes, int length) {
        long hash = SECRET ^ length;
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < length; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = mixed(hash ^ rest);
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long bits) {
        long low = bits * MULTIPLIER;
        return low ^ Math.unsignedMultiplyHigh(bits, MULTIPLIER) ^ SECRET;
    }
}

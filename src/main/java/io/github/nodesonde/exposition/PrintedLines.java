package io.github.nodesonde.exposition;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written to it into lines, and holds no more than the one that has begun. Not thread-safe. */
final class PrintedLines extends OutputStream {

    private final Taker taker;
    private byte[] begun = new byte[256];
    private int length;

    PrintedLines(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int limit = offset + count;
        int start = offset;
        for (int at = offset; at < limit; at++) {
            if (bytes[at] == '\n') {
                take(bytes, start, at);
                start = at + 1;
            }
        }
        keep(bytes, start, limit);
    }

    /** Gives out what has begun and was never ended. */
    @Override
    public void close() {
        if (length > 0) {
            taker.take(begun, 0, length, false);
            length = 0;
        }
    }

    private void take(byte[] bytes, int start, int end) {
        if (length == 0) {
            taker.take(bytes, start, end, true);
        } else {
            keep(bytes, start, end);
            taker.take(begun, 0, length, true);
            length = 0;
        }
    }

    private void keep(byte[] bytes, int start, int end) {
        int more = end - start;
        if (length + more > begun.length) {
            begun = Arrays.copyOf(begun, 2 * (length + more));
        }
        System.arraycopy(bytes, start, begun, length, more);
        length += more;
    }

    /** Takes one line, whose bytes are not to be kept. */
    @FunctionalInterface
    interface Taker {
        /** @param whole whether a line feed stands at its end */
        void take(byte[] bytes, int start, int end, boolean whole);
    }
}

package io.github.nodesonde.transport;

import java.io.ByteArrayOutputStream;

/** Collects bytes up to a cap; the byte that would go over it is refused with {@link TooLarge}. Not thread-safe. */
final class CappedBytes extends ByteArrayOutputStream {

    private final int cap;

    CappedBytes(int cap) {
        this.cap = cap;
    }

    @Override
    public synchronized void write(int b) {
        makeSureOf(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        makeSureOf(length);
        super.write(bytes, offset, length);
    }

    private void makeSureOf(int more) {
        if (more > cap - count) {
            throw new TooLarge();
        }
    }

    /** There are more bytes than the cap allows. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

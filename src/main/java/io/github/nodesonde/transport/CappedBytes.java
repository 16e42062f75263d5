package io.github.nodesonde.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Collects bytes up to a cap. What it holds beyond the first 256 KiB is to be taken from {@link Room} before it is
 * written. Thread-safe: may be closed while somebody still writes, and takes nothing more then.
 */
final class CappedBytes implements AutoCloseable {

    private static final int FREE_OF_CHARGE = 256 * 1024;
    private static final int INITIAL = 4 * 1024;

    private final int cap;
    private byte[] bytes = new byte[INITIAL];
    private int size;
    private boolean closed;

    CappedBytes(int cap) {
        this.cap = cap;
    }

    /**
     * How much room has to be taken before so many more bytes are written; mostly none.
     *
     * @throws TooLarge when they would go over the cap
     */
    synchronized long needed(int length) {
        if (closed) {
            return 0;
        }
        if (length > cap - size) {
            throw new TooLarge();
        }
        return charge(capacityFor(size + length)) - charge(bytes.length);
    }

    /** Writes what was asked for by {@link #needed}. */
    synchronized void write(byte[] more, int length) {
        if (closed) {
            return;
        }
        int capacity = capacityFor(size + length);
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity);
        }
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }

    synchronized int size() {
        return size;
    }

    synchronized byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** What is there by now, not copied. */
    synchronized InputStream open() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    @Override
    public synchronized void close() {
        closed = true;
        bytes = new byte[0];
        size = 0;
    }

    private int capacityFor(int least) {
        return least <= bytes.length ? bytes.length : Math.min(cap, Math.max(least, 2 * bytes.length));
    }

    /** While it is copied the old array stands beside the new one, and in the end a copy is handed out. */
    private static long charge(int capacity) {
        return capacity > FREE_OF_CHARGE ? 2L * capacity : 0;
    }

    /** There are more bytes than the cap allows. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

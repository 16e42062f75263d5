package io.github.nodesonde.transport;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Collects bytes up to a cap. What it holds beyond the first 256 KiB is to be taken from {@link Room} before it is
 * written. Thread-safe: may be closed while somebody still writes, and takes nothing more then.
 */
final class CappedBytes implements AutoCloseable {

    private static final int FREE_OF_CHARGE = 256 * 1024;
    private static final int LEAST = 4 * 1024;
    /** What is said to come is believed so far. */
    private static final int MOST_ON_TRUST = 32 * 1024;

    private static final byte[] NOTHING = {};

    private final int cap;
    private int first = LEAST;
    private byte[] bytes = NOTHING;
    private int size;
    private boolean closed;

    CappedBytes(int cap) {
        this.cap = cap;
    }

    /** So many bytes are said to come; negative when nothing is said. An array of just that size is handed out uncopied. */
    synchronized void expect(long length) {
        if (length >= 0 && size == 0) {
            first = (int) Math.min(length, MOST_ON_TRUST);
        }
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
    synchronized void write(ByteBuf more, int length) {
        if (closed || length == 0) {
            return;
        }
        int capacity = capacityFor(size + length);
        if (capacity > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity);
        }
        more.readBytes(bytes, size, length);
        size += length;
    }

    synchronized int size() {
        return size;
    }

    /** All of it; nothing may be written any more. */
    synchronized byte[] toByteArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    /** What is there by now, not copied. */
    synchronized InputStream open() {
        return new ByteArrayInputStream(bytes, 0, size);
    }

    @Override
    public synchronized void close() {
        closed = true;
        bytes = NOTHING;
        size = 0;
    }

    private int capacityFor(int least) {
        return least <= bytes.length ? bytes.length : Math.min(cap, Math.max(Math.max(least, first), 2 * bytes.length));
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

package io.github.nodesonde.transport;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects bytes up to a cap; beyond the first 256 KiB in memory taken from {@link Room}, which is given back by
 * {@link #close}. Thread-safe: may be closed while somebody still writes, and takes nothing more then.
 */
final class CappedBytes extends OutputStream {

    private static final int FREE_OF_CHARGE = 256 * 1024;
    private static final int INITIAL = 4 * 1024;

    private final int cap;
    private final Room room;
    private byte[] bytes = new byte[INITIAL];
    private int size;
    private long taken;
    private boolean closed;

    CappedBytes(int cap, Room room) {
        this.cap = cap;
        this.room = room;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * @throws TooLarge when it would go over the cap
     * @throws Room.Full when there is no memory for it
     */
    @Override
    public synchronized void write(byte[] more, int offset, int length) {
        if (closed) {
            return;
        }
        if (length > cap - size) {
            throw new TooLarge();
        }
        if (size + length > bytes.length) {
            grow(size + length);
        }
        System.arraycopy(more, offset, bytes, size, length);
        size += length;
    }

    synchronized int size() {
        return size;
    }

    synchronized byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public synchronized void close() {
        closed = true;
        room.giveBack(taken);
        taken = 0;
        bytes = new byte[0];
        size = 0;
    }

    private void grow(int least) {
        int capacity = Math.min(cap, Math.max(least, 2 * bytes.length));
        if (capacity > FREE_OF_CHARGE) {
            // While it is copied the old array stands beside the new one, and in the end a copy is handed out.
            long needed = 2L * capacity - taken;
            room.take(needed);
            taken += needed;
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }

    /** There are more bytes than the cap allows. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

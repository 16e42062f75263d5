package io.github.nodesonde.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory set aside for large bodies, shared by all questions under way. Small ones never ask for it, so that nodes which
 * flood us leave the others their answers. Thread-safe.
 */
final class Room {

    private final AtomicLong free;

    Room(long bytes) {
        free = new AtomicLong(bytes);
    }

    /** A quarter of the heap. */
    static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / 4);
    }

    /** @throws Full when there is not that much left; nothing is taken then */
    void take(long bytes) {
        if (free.addAndGet(-bytes) < 0) {
            free.addAndGet(bytes);
            throw new Full();
        }
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    /** Bodies under way take all the memory there is for them. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

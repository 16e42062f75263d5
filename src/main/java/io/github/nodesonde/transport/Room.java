package io.github.nodesonde.transport;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Memory set aside for large bodies, shared by all questions under way. Small ones never ask for it, so that nodes which
 * flood us leave the others their answers. Thread-safe.
 *
 * <p>Whoever finds too little of it waits, holding what he has. That cannot end with all of them waiting for each other:
 * something is handed out only while enough is left for the share that has come furthest to be filled up to {@link
 * #MOST_OF_A_BODY}. So that one never waits. As it ends, what it gives back is enough for the next one. How long it takes
 * is up to its node, but no longer than its question's deadline, at which every share is given back; for that long a node
 * that sends slowly can keep others waiting, whose own deadlines hold as ever.
 */
final class Room {

    /** What one body may ask for in all: as it came and decompressed, each twice its cap while it is copied. */
    static final long MOST_OF_A_BODY = 4L * Body.MAX_SIZE;

    private final long most;
    private final SequencedSet<Share> open = new LinkedHashSet<>();
    private long free;

    Room(long bytes) {
        free = bytes;
        most = Math.min(bytes, MOST_OF_A_BODY);
    }

    /** A quarter of the heap. */
    static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / 4);
    }

    /** A share with nothing in it yet; must be closed. */
    Share share() {
        return new Share();
    }

    private synchronized CompletableFuture<Void> take(Share share, long bytes) {
        if (share.closed) {
            return new CompletableFuture<>();
        }
        if (share.held + bytes > most) {
            return CompletableFuture.failedFuture(new Full());
        }
        var granted = new CompletableFuture<Void>();
        share.wanted = bytes;
        share.granted = granted;
        open.add(share);
        // Nothing came free, so it is this one or none; and nobody waits for this one yet.
        serve().forEach(Room::complete);
        return granted;
    }

    private void giveBack(Share share) {
        List<CompletableFuture<Void>> served;
        synchronized (this) {
            share.closed = true;
            share.granted = null;
            open.remove(share);
            free += share.held;
            share.held = 0;
            served = serve();
        }
        // Not within the lock, for what waits runs on from here.
        served.forEach(Room::complete);
    }

    /** Hands out what can be, in the order of asking. */
    private List<CompletableFuture<Void>> serve() {
        var served = new ArrayList<CompletableFuture<Void>>();
        long furthest = open.stream().mapToLong(share -> share.held).max().orElse(0);
        for (Share share : open) {
            CompletableFuture<Void> granted = share.granted;
            long after = share.held + share.wanted;
            if (granted != null && free - share.wanted >= most - Math.max(furthest, after)) {
                furthest = Math.max(furthest, after);
                free -= share.wanted;
                share.held = after;
                share.granted = null;
                served.add(granted);
            }
        }
        return served;
    }

    private static void complete(CompletableFuture<Void> granted) {
        granted.complete(null);
    }

    /** What one body holds. Asks for more only once it was given what it asked for before. */
    final class Share implements AutoCloseable {

        private long held;
        private long wanted;
        private boolean closed;
        private @Nullable CompletableFuture<Void> granted;

        private Share() {}

        /**
         * Asks for so many bytes more.
         *
         * @return completes once they are there, on a thread that gave some back; fails with {@link Full} when there will
         *     never be as many; never completes once the share is closed
         */
        CompletableFuture<Void> take(long bytes) {
            return Room.this.take(this, bytes);
        }

        boolean isWaiting() {
            synchronized (Room.this) {
                return granted != null;
            }
        }

        /** Gives back all of it, and waits for nothing more. */
        @Override
        public void close() {
            giveBack(this);
        }
    }

    /** There is less memory for bodies than this one needs, whoever else may want some. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

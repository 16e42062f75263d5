package io.github.nodesonde.probe;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many rounds may be under way at once. Few at first, for a program that has just started takes a hundred times as long
 * over an answer, and nodes that answer in time would be found late; then more from second to second, for nodes that
 * hang take room and nothing else. Thread-safe.
 */
final class RoundRoom {

    private static final int FIRST = 64;
    private static final int MORE_IN_A_SECOND = 256;

    private final int most;
    private final LongSupplier nanos;
    private final Semaphore free;
    private int opened;
    private @Nullable Long began;

    /** @param nanos time of a clock that only moves on */
    RoundRoom(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.opened = Math.min(FIRST, most);
        this.free = new Semaphore(opened, true);
    }

    /** Waits for its turn, in the order of coming. */
    void enter() throws InterruptedException {
        widen();
        free.acquire();
    }

    void leave() {
        free.release();
        widen();
    }

    synchronized int underWay() {
        return opened - free.availablePermits();
    }

    int waiting() {
        return free.getQueueLength();
    }

    private synchronized void widen() {
        if (opened == most) {
            return;
        }
        long now = nanos.getAsLong();
        if (began == null) {
            began = now;
        }
        long wanted = FIRST + MORE_IN_A_SECOND * (now - began) / TimeUnit.SECONDS.toNanos(1);
        int more = (int) Math.min(most, wanted) - opened;
        if (more > 0) {
            opened += more;
            free.release(more);
        }
    }
}

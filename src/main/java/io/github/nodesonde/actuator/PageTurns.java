package io.github.nodesonde.actuator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many pages are made at once, in the order asked for, and how often that was too few. Thread-safe.
 *
 * <pre>
 * nodesonde_scrapes_waiting 0.0
 * nodesonde_scrapes_refused_total 0.0
 * </pre>
 */
final class PageTurns {

    /** How long a turn is waited for at most. */
    static final long LONGEST_WAIT_SECONDS = 2;

    private static final int MOST_AT_ONCE = 64;
    /**
     * What a page keeps that its reader does not take, at worst. Measured for 10,000 nodes of 100 series, twice what passes
     * unless configured: 3 MiB, and 11 MiB when all nodes have told new values since; 16 MiB where they are of 200 layouts.
     */
    private static final long HEAP_PER_PAGE = 8L * 1024 * 1024;

    private final int most;
    private final Semaphore turns;
    private final Counter refused;

    /** @param most how many pages are made at once */
    PageTurns(int most, MeterRegistry registry) {
        this.most = most;
        this.turns = new Semaphore(most, true);
        this.refused = Counter.builder(ScrapeSignals.REFUSED.name())
                .description(ScrapeSignals.REFUSED.help())
                .register(registry);
        Gauge.builder(ScrapeSignals.WAITING.name(), turns, Semaphore::getQueueLength)
                .description(ScrapeSignals.WAITING.help())
                .strongReference(true)
                .register(registry);
    }

    /** As many at once as the heap bears. */
    static PageTurns ofHeap(MeterRegistry registry) {
        return new PageTurns(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_PAGE, 1, MOST_AT_ONCE), registry);
    }

    int most() {
        return most;
    }

    /** Waits for a turn, which is to be given back; false when none came in time or the thread was interrupted. */
    boolean take() {
        try {
            if (turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return true;
            }
        } catch (InterruptedException _) {
            // Heeded by ending the request; an interrupted thread could not send even that.
        }
        refused.increment();
        return false;
    }

    void giveBack() {
        turns.release();
    }
}

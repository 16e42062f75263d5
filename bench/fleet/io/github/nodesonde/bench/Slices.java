package io.github.nodesonde.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many questions came in each tenth of a second, for half an hour from when the ones before were forgotten. */
final class Slices {

    private static final long NANOS = 100_000_000;
    private static final int MOST = 18_000;

    private volatile Counts counts = new Counts();

    void asked(long nanos) {
        Counts now = counts;
        long slice = nanos / NANOS - now.first;
        if (slice >= 0 && slice < MOST) {
            now.counts.incrementAndGet((int) slice);
        }
    }

    void forget() {
        counts = new Counts();
    }

    /** Every slice in which a question came, with how many: {@code 512340:66,512341:68}. */
    String told() {
        Counts now = counts;
        var text = new StringBuilder();
        for (int slice = 0; slice < MOST; slice++) {
            if (now.counts.get(slice) > 0) {
                text.append(text.isEmpty() ? "" : ",")
                        .append(now.first + slice)
                        .append(':')
                        .append(now.counts.get(slice));
            }
        }
        return text.toString();
    }

    /** Counts of slices of the monotonic clock, which all processes of a machine share, from the first on. */
    private record Counts(long first, AtomicIntegerArray counts) {

        Counts() {
            this(System.nanoTime() / NANOS, new AtomicIntegerArray(MOST));
        }
    }
}

package io.github.nodesonde.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/** How long nodes that are well waited from one question to the next of the same client, in milliseconds, up to two minutes. */
final class Gaps {

    private static final int LONGEST = 120_000;
    private static final long NEVER = 0;
    private static final long WHILE_UNWELL = -1;

    private final long[] last;
    private volatile AtomicIntegerArray counts = new AtomicIntegerArray(LONGEST + 1);
    private final LongAdder nodes = new LongAdder();

    Gaps(int nodes) {
        last = new long[nodes];
    }

    /** Called on the one thread that serves the node. A gap counts if the node was well at both its ends. */
    void asked(int node, boolean well, long nanos) {
        if (last[node] == NEVER) {
            nodes.increment();
        } else if (well && last[node] != WHILE_UNWELL) {
            counts.incrementAndGet((int) Math.min(LONGEST, (nanos - last[node] + 500_000) / 1_000_000));
        }
        last[node] = well ? nanos : WHILE_UNWELL;
    }

    /** Forgets the gaps so far; a gap that is open goes on. */
    void forget() {
        counts = new AtomicIntegerArray(LONGEST + 1);
    }

    /** Nodes asked at least once. */
    long nodes() {
        return nodes.sum();
    }

    /** Every length that occurred, with how often: {@code 15000:12,15001:3}. */
    String told() {
        AtomicIntegerArray now = counts;
        var text = new StringBuilder();
        for (int length = 0; length < now.length(); length++) {
            if (now.get(length) > 0) {
                text.append(text.isEmpty() ? "" : ",").append(length).append(':').append(now.get(length));
            }
        }
        return text.toString();
    }
}

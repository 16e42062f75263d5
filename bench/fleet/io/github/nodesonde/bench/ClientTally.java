package io.github.nodesonde.bench;

import java.util.concurrent.atomic.LongAdder;

/** Counts what one client asks those nodes of the fleet that this process simulates. */
final class ClientTally {

    private final Gaps gaps;
    private final Slices slices = new Slices();
    private final LongAdder questions = new LongAdder();
    private final LongAdder healths = new LongAdder();

    ClientTally(int nodes) {
        gaps = new Gaps(nodes);
    }

    /** At {@code /metrics}; called on the one thread that serves the node. */
    void asked(int node, boolean well, long nanos) {
        questions.increment();
        gaps.asked(node, well, nanos);
        slices.asked(nanos);
    }

    void askedForHealth() {
        healths.increment();
    }

    /** Forgets gaps and slices so far; a gap that is open goes on. */
    void forget() {
        gaps.forget();
        slices.forget();
    }

    /** {@code questions;nodes;healths;gaps;slices}. */
    String told() {
        return String.join(
                ";",
                String.valueOf(questions.sum()),
                String.valueOf(gaps.nodes()),
                String.valueOf(healths.sum()),
                gaps.told(),
                slices.told());
    }
}

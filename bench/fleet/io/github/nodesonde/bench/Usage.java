package io.github.nodesonde.bench;

import java.io.IOException;

/**
 * What a program has taken of the processor, and what came of it, up to one moment.
 *
 * @param seconds of the processor
 * @param questions that came to the nodes
 */
record Usage(double seconds, long questions) {

    static Usage of(ChildProcess process, long questions) throws IOException {
        return new Usage(process.cpuSeconds(), questions);
    }

    /** Seconds of the processor for a thousand of the questions between this moment and a later one. */
    double aThousand(Usage later) {
        return (later.seconds - seconds) * 1000 / (later.questions - questions);
    }
}

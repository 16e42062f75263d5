package io.github.nodesonde.command;

import java.time.Duration;

/** A command gave no whole output. The message is for people and names neither arguments nor paths. */
public final class NoOutput extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final Duration cpu;

    public NoOutput(Why why, String message, Duration cpu) {
        super(message);
        this.why = why;
        this.cpu = cpu;
    }

    NoOutput(Why why, String message) {
        this(why, message, Duration.ZERO);
    }

    public Why why() {
        return why;
    }

    /** What the command used until it was given up, as {@link Output#cpu}. */
    public Duration cpu() {
        return cpu;
    }

    public enum Why {
        /** There is no such program, or it may not be run. */
        NOT_STARTED,
        /** The deadline passed. */
        TIMED_OUT,
        /** The standard output is over its cap. */
        TOO_LARGE,
        /** The standard output is no UTF-8. */
        MALFORMED,
        /** Our own fault: no home could be made for it. */
        NO_HOME
    }
}

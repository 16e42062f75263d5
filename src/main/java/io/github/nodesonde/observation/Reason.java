package io.github.nodesonde.observation;

/** Why a probe failed. The label is the same in JSON, series and logs and never changes its meaning. */
public enum Reason {
    /** No connection, DNS, TLS, reset; a command that cannot be started. */
    UNREACHABLE("unreachable"),
    /** The deadline passed. */
    TIMED_OUT("timed-out"),
    /** An HTTP status that is no answer to this question, a JSON-RPC error, an exit code other than 0. */
    REFUSED("refused"),
    /** An answer that cannot be read. */
    MALFORMED("malformed"),
    /** An answer over the size cap. */
    TOO_LARGE("too-large"),
    /** Our target policy, before asking. */
    FORBIDDEN("forbidden"),
    /** Our own fault. */
    INTERNAL("internal");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

package io.github.nodesonde.transport;

/** A question got no whole reply. The message is for people and names neither addresses nor credentials. */
public final class NoReply extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public NoReply(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public enum Why {
        /** No connection, DNS, TLS; closed before the first byte of an answer, or reset at any time. */
        UNREACHABLE(false),
        /** As {@link #UNREACHABLE}, and no connection could be made at all: the same address need not be tried again at once. */
        NO_CONNECTION(true),
        /** The deadline passed. */
        TIMED_OUT(false),
        /** The deadline passed before a connection was made. */
        CONNECT_TIMED_OUT(true),
        /** The answer breaks HTTP, or ends before its length, last chunk or gzip trailer. */
        MALFORMED(false),
        /** The body, decompressed, or a header is over its cap. */
        TOO_LARGE(false),
        /** The target policy says no; nothing was sent. */
        FORBIDDEN(false),
        /** One of our own files is missing or holds not what it should; nothing was sent. */
        UNUSABLE_FILE(false),
        /** Our own limit: just then no file descriptor was left, or other large bodies took all the memory set aside for them. */
        NO_ROOM(false);

        private final boolean withoutConnection;

        Why(boolean withoutConnection) {
            this.withoutConnection = withoutConnection;
        }

        /** Whether no connection was made, so that other questions to the same address would fail alike. */
        public boolean withoutConnection() {
            return withoutConnection;
        }
    }
}

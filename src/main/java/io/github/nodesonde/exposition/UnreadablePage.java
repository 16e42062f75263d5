package io.github.nodesonde.exposition;

/** The bytes are no page of either text format. The message says where and why, never more than a few characters of it. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadablePage(String message) {
        super(message);
    }
}

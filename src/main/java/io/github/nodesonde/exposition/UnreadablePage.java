package io.github.nodesonde.exposition;

import io.github.nodesonde.text.PrintableText;

/** The bytes are no page of either text format. The message says where and why, never more than a few characters of it. */
public final class UnreadablePage extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int EXCERPT = 40;
    /** As many bytes of a line as may be needed for its excerpt. */
    static final int BYTES = 4 * EXCERPT;

    public UnreadablePage(String message) {
        super(message);
    }

    /** A page of which no line could be read. What is quoted of the given one is short and printable. */
    static UnreadablePage at(int number, String line) {
        return new UnreadablePage(
                "line %d is no sample, and none follows: '%s'".formatted(number, PrintableText.of(line, EXCERPT)));
    }
}

package io.github.nodesonde.exposition;

import java.io.InputStream;

/** Reads what a node prints as text format 0.0.4 or OpenMetrics 1.0.0. */
public final class PageReader {

    private PageReader() {}

    /**
     * Reads a whole page. One bad family never costs a good one: what makes no sense is dropped and counted.
     *
     * @param contentType the header of the answer, empty when there was none; anything but OpenMetrics is read as 0.0.4
     * @throws UnreadablePage when the bytes are no exposition at all, an HTML page for example
     */
    public static Page read(InputStream body, String contentType) throws UnreadablePage {
        if (contentType.isEmpty()) {
            throw new UnreadablePage("placeholder");
        }
        return Page.EMPTY;
    }
}

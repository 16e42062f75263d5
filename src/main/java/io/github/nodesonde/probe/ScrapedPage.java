package io.github.nodesonde.probe;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.transport.Reply;

/** Reads the pages of metrics that nodes answer with, which are hostile input. Thread-safe. */
public final class ScrapedPage {

    private static final int OK = 200;

    private ScrapedPage() {}

    /** @throws BadAnswer refused, when the status is not 200; malformed, when the body is no page */
    public static Page of(Reply reply) throws BadAnswer {
        if (reply.status() != OK) {
            throw BadAnswer.refused(reply);
        }
        try {
            return PageReader.read(reply.open(), reply.contentType());
        } catch (UnreadablePage e) {
            throw BadAnswer.malformed("the body is no metrics page: " + e.getMessage());
        }
    }
}

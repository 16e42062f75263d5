package io.github.nodesonde.probe;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.transport.Reply;
import java.util.Optional;

/** Reads the pages of metrics that nodes answer with, which are hostile input. Thread-safe. */
public final class ScrapedPage {

    private static final int OK = 200;

    private ScrapedPage() {}

    /**
     * @param before the page that the same node printed last, if any: where only values changed since, reading costs no more
     *     than them
     * @throws BadAnswer refused, when the status is not 200; malformed, when the body is no page
     */
    public static Page of(Reply reply, Optional<Page> before) throws BadAnswer {
        if (reply.status() != OK) {
            throw BadAnswer.refused(reply);
        }
        try {
            return PageReader.read(reply.body(), reply.contentType(), before);
        } catch (UnreadablePage e) {
            throw BadAnswer.malformed("the body is no metrics page: " + e.getMessage());
        }
    }
}

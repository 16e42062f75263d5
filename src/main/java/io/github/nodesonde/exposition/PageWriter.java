package io.github.nodesonde.exposition;

import java.io.IOException;

/** Writes one page in one format. */
@FunctionalInterface
interface PageWriter {

    void write(TextSink out) throws IOException;
}

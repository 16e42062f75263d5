package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.Writer;

/** Writes one page in one format. */
@FunctionalInterface
interface PageWriter {

    void write(Writer out) throws IOException;
}

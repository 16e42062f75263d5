package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.OutputStream;

/** The formats a page can be written in. */
public enum TextFormat {
    PROMETHEUS_0_0_4("text/plain", "0.0.4") {
        @Override
        PageWriter writer(MergedPage page) {
            return new PlainPageWriter(page);
        }
    },
    OPENMETRICS_1_0_0("application/openmetrics-text", "1.0.0") {
        @Override
        PageWriter writer(MergedPage page) {
            return new OpenMetricsPageWriter(page);
        }
    };

    private final String mediaType;
    private final String version;

    TextFormat(String mediaType, String version) {
        this.mediaType = mediaType;
        this.version = version;
    }

    public String contentType() {
        return mediaType + "; version=" + version + "; charset=utf-8";
    }

    /**
     * The format an {@code Accept} header asks for, q-values honoured. Formats that are not offered, protobuf among them,
     * are passed over; 0.0.4 when none is left.
     */
    public static TextFormat accepted(String accept) {
        return AcceptHeader.parse(accept).preferred();
    }

    /** Writes the page through a small buffer and flushes; does not close the stream. */
    public void write(MergedPage page, OutputStream out) throws IOException {
        var text = new TextSink(out);
        writer(page).write(text);
        text.flush();
    }

    String mediaType() {
        return mediaType;
    }

    String version() {
        return version;
    }

    abstract PageWriter writer(MergedPage page);
}

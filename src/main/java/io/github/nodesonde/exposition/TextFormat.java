package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The formats a page can be written in. Names that only UTF-8 can spell are in quotes in those that allow UTF-8, and else in
 * the escaping called {@code values}; see {@link Names#escaped}.
 */
public enum TextFormat {
    /** Text format 0.0.4 with names in quotes, which makes it 1.0.0. */
    PROMETHEUS_1_0_0("text/plain", "1.0.0", true) {
        @Override
        PageWriter writer(MergedPage page) {
            return new PlainPageWriter(page, true);
        }
    },
    OPENMETRICS_1_0_0_UTF_8("application/openmetrics-text", "1.0.0", true) {
        @Override
        PageWriter writer(MergedPage page) {
            return new OpenMetricsPageWriter(page, true);
        }
    },
    PROMETHEUS_0_0_4("text/plain", "0.0.4", false) {
        @Override
        PageWriter writer(MergedPage page) {
            return new PlainPageWriter(page, false);
        }
    },
    OPENMETRICS_1_0_0("application/openmetrics-text", "1.0.0", false) {
        @Override
        PageWriter writer(MergedPage page) {
            return new OpenMetricsPageWriter(page, false);
        }
    };

    static final String UTF_8 = "allow-utf-8";

    private final String mediaType;
    private final String version;
    private final boolean allowsUtf8;

    TextFormat(String mediaType, String version, boolean allowsUtf8) {
        this.mediaType = mediaType;
        this.version = version;
        this.allowsUtf8 = allowsUtf8;
    }

    public String contentType() {
        return mediaType + "; version=" + version + "; charset=utf-8" + (allowsUtf8 ? "; escaping=" + UTF_8 : "");
    }

    /**
     * The format an {@code Accept} header asks for, q-values honoured, and UTF-8 in names where it is allowed. Formats that are not offered, protobuf among them,
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

    /** Only who says that it takes it gets it. */
    boolean allowsUtf8() {
        return allowsUtf8;
    }

    abstract PageWriter writer(MergedPage page);
}

package io.github.nodesonde.actuator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at its fastest level, which takes a third of the usual one's time for a page of metrics. Not thread-safe. */
final class FastGzipStream extends GZIPOutputStream {

    private static final int BUFFER = 8192;

    FastGzipStream(OutputStream out) throws IOException {
        super(out, BUFFER);
        def.setLevel(Deflater.BEST_SPEED);
    }

    /** Frees what the compressor holds beside the heap. Ends nothing: what is cut must not look whole. */
    void release() {
        def.end();
    }
}

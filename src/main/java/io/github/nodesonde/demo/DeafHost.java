package io.github.nodesonde.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Refuses every connection. Its port is bound without listening, so that nobody else can take it meanwhile. */
final class DeafHost implements LoopbackHost {

    private final Socket bound = new Socket();

    DeafHost() throws IOException {
        bound.bind(LoopbackHost.anyPort());
    }

    @Override
    public int port() {
        return bound.getLocalPort();
    }

    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

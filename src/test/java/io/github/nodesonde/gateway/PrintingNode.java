package io.github.nodesonde.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.faults.FaultyServer;
import java.net.URI;

/** A node that is well and prints, at its metrics, what the test says. */
final class PrintingNode implements AutoCloseable {

    private final FaultyServer server;
    private volatile byte[] page;
    private volatile boolean gone;

    PrintingNode(WatchedKind kind, String page) {
        this.page = page.getBytes(UTF_8);
        var well = kind.well().butAt("/metrics", c -> c.reply(200, "text/plain; version=0.0.4", this.page));
        server = FaultyServer.start(c -> {
            if (gone) {
                c.close();
            } else {
                well.answer(c);
            }
        });
    }

    void print(String page) {
        this.page = page.getBytes(UTF_8);
    }

    /** From now on every connection is closed before the first byte of an answer. */
    void goAway() {
        gone = true;
    }

    /** Host and port, as Prometheus names a target. */
    String target() {
        URI url = server.url("");
        return url.getHost() + ":" + url.getPort();
    }

    String url() {
        return server.url("").toString();
    }

    @Override
    public void close() {
        server.close();
    }
}

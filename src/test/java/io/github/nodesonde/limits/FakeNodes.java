package io.github.nodesonde.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Healthy validators behind one port of loopback, which can go away and come back. */
final class FakeNodes implements AutoCloseable {

    private static final String HEALTH = """
            {"status":"up","node_version":"v0.5.0","checks":{"validating":{"status":"up"}}}""";

    private final String metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private final boolean closing;
    private HttpServer server;

    private FakeNodes(String metrics, boolean closing) throws IOException {
        this.metrics = metrics;
        this.closing = closing;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    /** @param series how many series each node prints of its own */
    static FakeNodes printing(int series) throws IOException {
        var page = new StringBuilder("# TYPE example_value gauge\n");
        for (int i = 0; i < series; i++) {
            page.append("example_value{number=\"").append(i).append("\"} 1\n");
        }
        return new FakeNodes(page.toString(), false);
    }

    /** They close each connection after one answer, so that each question takes a new one. */
    static FakeNodes closing() throws IOException {
        return new FakeNodes("# TYPE example_value gauge\nexample_value 1\n", true);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        server = listen(port);
    }

    private HttpServer listen(int at) throws IOException {
        var listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        listening.setExecutor(threads);
        serve(listening, "/health", "application/json", HEALTH);
        serve(listening, "/metrics", "text/plain; version=0.0.4", metrics);
        listening.start();
        return listening;
    }

    private void serve(HttpServer server, String path, String type, String text) {
        byte[] body = text.getBytes(UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", type);
                if (closing) {
                    exchange.getResponseHeaders().set("Connection", "close");
                }
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

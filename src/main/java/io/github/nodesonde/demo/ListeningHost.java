package io.github.nodesonde.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that knows one method, and answers each request on a virtual thread. */
final class ListeningHost implements LoopbackHost {

    private static final int NO_BODY = -1;
    private static final int MAX_BODY = 8 * 1024 * 1024;

    private final String method;
    private final Answering answering;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ListeningHost(String method, Answering answering) throws IOException {
        this.method = method;
        this.answering = answering;
        server = HttpServer.create(LoopbackHost.anyPort(), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals(method)) {
                exchange.sendResponseHeaders(405, NO_BODY);
                return;
            }
            String asked = new String(exchange.getRequestBody().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
            SimulatedAnswer answer = answering.answer(exchange.getRequestURI().getPath(), asked);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** What is answered to a path and a body, which is empty where there was none. */
    @FunctionalInterface
    interface Answering {
        SimulatedAnswer answer(String path, String body);
    }
}

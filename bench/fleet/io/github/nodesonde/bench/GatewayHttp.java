package io.github.nodesonde.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a gateway on this machine at its two ports. */
final class GatewayHttp implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final int metricsPort;

    GatewayHttp(int port, int metricsPort) {
        this.port = port;
        this.metricsPort = metricsPort;
    }

    int metricsPort() {
        return metricsPort;
    }

    String metrics(String query) throws IOException, InterruptedException {
        return text(request(metricsPort, "/metrics" + query).GET());
    }

    String api(String path) throws IOException, InterruptedException {
        return text(request(port, "/api/v1/" + path).GET());
    }

    /** Has the inventory file read; returns when it is in force. */
    void reload() throws IOException, InterruptedException {
        text(request(metricsPort, "/-/reload").POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Reads the whole page, and throws it away. */
    Read read(String coding) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(
                request(metricsPort, "/metrics")
                        .header("Accept-Encoding", coding)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long size = body.read() < 0 ? 0 : 1;
            double first = Bench.secondsSince(began);
            size += body.transferTo(OutputStream.nullOutputStream());
            return new Read(size, first, Bench.secondsSince(began));
        }
    }

    /** One reading of the page: bytes as sent, and seconds to the first and to the last. */
    record Read(long bytes, double firstByte, double total) {}

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60));
    }

    private String text(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        client.close();
    }
}

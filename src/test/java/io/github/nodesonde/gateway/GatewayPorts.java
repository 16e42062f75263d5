package io.github.nodesonde.gateway;

import io.github.nodesonde.api.ApiContract;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.exposition.UnreadablePage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two ports of a running gateway, asked as its users ask them. */
public final class GatewayPorts {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ApiContract CONTRACT = ApiContract.published();

    private final int api;
    private final int management;

    /** @param environment of the gateway, started */
    public GatewayPorts(Environment environment) {
        this.api = environment.getRequiredProperty("local.server.port", Integer.class);
        this.management = environment.getRequiredProperty("local.management.port", Integer.class);
    }

    /** Asks the port of the page and the API; fails when the answer is not as the API's description tells. */
    public HttpResponse<String> api(String path, String... headers) {
        HttpResponse<String> answer = get(api, path, BodyHandlers.ofString(), headers);
        CONTRACT.check("GET", path, answer);
        return answer;
    }

    /** Changes something; fails likewise. */
    public HttpResponse<String> change(String method, String path, String body, String... headers) {
        HttpResponse<String> answer = send(
                request(api, path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        CONTRACT.check(method, path, answer);
        return answer;
    }

    public int apiPort() {
        return api;
    }

    /** Asks the port of the metrics. */
    public HttpResponse<String> management(String path, String... headers) {
        return get(management, path, BodyHandlers.ofString(), headers);
    }

    public HttpResponse<byte[]> managementBytes(String path, String... headers) {
        return get(management, path, BodyHandlers.ofByteArray(), headers);
    }

    /** What the API tells; fails when that is no success, but for what a health resource tells with 503. */
    public JsonNode json(String path) {
        return json(api(path));
    }

    public static JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() != 200 && response.statusCode() != 503) {
            throw new AssertionError(response + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    /** The lines of {@code /metrics}. */
    public List<String> metrics() {
        return management("/metrics").body().lines().toList();
    }

    /** {@code /metrics}, read. */
    public Page page() {
        HttpResponse<byte[]> response = managementBytes("/metrics");
        try {
            return PageReader.read(
                    new ByteArrayInputStream(response.body()),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (UnreadablePage e) {
            throw new AssertionError(e);
        }
    }

    /** All series of one node. */
    public List<Sample> seriesOf(String node) {
        return page().families().values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> sample.labels().get("node").equals(Optional.of(node)))
                .toList();
    }

    public int managementPort() {
        return management;
    }

    private static <T> HttpResponse<T> get(
            int port, String path, HttpResponse.BodyHandler<T> handler, String... headers) {
        return send(request(port, path, headers).build(), handler);
    }

    private static HttpRequest.Builder request(int port, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

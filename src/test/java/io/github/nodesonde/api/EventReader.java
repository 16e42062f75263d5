package io.github.nodesonde.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a stream of events as a browser does: blocks of fields, comments passed over, the newest id kept. When it is closed,
 * every event is held against the API's description.
 */
public final class EventReader implements AutoCloseable {

    private final HttpResponse<java.io.InputStream> answer;
    private final List<Map<String, String>> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile String lastId = "";
    private volatile boolean ended;

    private EventReader(HttpResponse<java.io.InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
    }

    public static EventReader open(HttpClient client, int port, String query, Optional<String> lastSeen)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events" + query));
        lastSeen.ifPresent(id -> request.header("Last-Event-ID", id));
        return new EventReader(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    public HttpResponse<?> answer() {
        return answer;
    }

    /** Those that have a type, by field. */
    public List<Map<String, String>> events() {
        return events;
    }

    public List<String> values(String field) {
        return events.stream().map(event -> event.getOrDefault(field, "")).toList();
    }

    /** What would be named when coming again; empty until one came. */
    public String lastId() {
        return lastId;
    }

    public int comments() {
        return comments.get();
    }

    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
        var contract = ApiContract.published();
        events.forEach(
                event -> contract.checkEvent(event.getOrDefault("event", "message"), event.getOrDefault("data", "")));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var block = new HashMap<String, String>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    dispatch(block);
                    block = new HashMap<>();
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else {
                    String[] field = line.split(": ?", 2);
                    block.put(field[0], field.length > 1 ? field[1] : "");
                }
            }
        } catch (IOException _) {
            // Closed by the test or by the gateway: the end either way.
        } finally {
            ended = true;
        }
    }

    private void dispatch(Map<String, String> block) {
        if (block.containsKey("data")) {
            events.add(Map.copyOf(block));
        }
        lastId = block.getOrDefault("id", lastId);
    }
}

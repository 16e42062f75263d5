package io.github.nodesonde.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoFleetTests {

    private static final Instant NOW = Instant.parse("2026-01-02T18:32:50Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private final DemoFleet fleet = DemoFleet.start(
            List.of(
                    new SimulatedNetwork(
                            "one", "kind-a", "", List.of(new Parrot("a-0", true), new Parrot("a-1", false))),
                    new SimulatedNetwork(
                            "two",
                            "kind-b",
                            "interval: 4s\ncomplete: true\n",
                            List.of(new Oracle()),
                            List.of(new Parrot("b-0", true)))),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        fleet.close();
        client.close();
    }

    @Test
    void eachNodeAnswersAtItsOwnAddressWithPathAndTime() throws Exception {
        HttpResponse<String> first = get(base("a-0").resolve("/health"));
        HttpResponse<String> second = get(base("b-0").resolve("/metrics?x=y"));

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("content-type")).contains("application/json");
        assertThat(first.body()).isEqualTo("a-0 é /health 2026-01-02T18:32:50Z");
        assertThat(second.body()).isEqualTo("b-0 é /metrics 2026-01-02T18:32:50Z");
    }

    @Test
    void answerMayBeEmpty() throws Exception {
        assertThat(get(base("a-0").resolve("/empty")).body()).isEmpty();
    }

    @Test
    void onlyGetIsAnswered() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base("a-0").resolve("/health"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void nodeThatDoesNotListenRefusesTheConnection() {
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(base("a-1")));
    }

    @Test
    void inventoryListsEveryNodeWithItsAddress() {
        assertThat(fleet.inventory()).hasContent("""
                # Simulated nodes; the file goes when the demo ends.
                networks:
                  - name: one
                    type: kind-a
                  - name: two
                    type: kind-b
                    interval: 4s
                    complete: true
                    oracle:
                      at: %s
                nodes:
                  - id: a-0
                    type: kind-a
                    network: one
                    url: %s
                    labels: { region: eu }
                  - id: a-1
                    type: kind-a
                    network: one
                    url: %s
                    labels: { region: eu }
                  - id: b-0
                    type: kind-b
                    network: two
                    url: %s
                    labels: { region: eu }
                """.formatted(oracle(), base("a-0"), base("a-1"), base("b-0")));
    }

    @Test
    void serviceAnswersWhatIsPostedToItAndNothingElse() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(oracle())
                .POST(HttpRequest.BodyPublishers.ofString("é?"))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("\"é?\" at 2026-01-02T18:32:50Z");
        assertThat(get(oracle()).statusCode()).isEqualTo(405);
    }

    @Test
    void nothingIsLeftWhenItIsClosed() {
        Path inventory = fleet.inventory();
        URI base = base("a-0");
        URI oracle = oracle();

        fleet.close();

        assertThat(Files.exists(inventory)).isFalse();
        assertThat(Files.exists(inventory.resolveSibling("."))).isFalse();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(base));
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(oracle));
    }

    private URI oracle() {
        try {
            return Files.readAllLines(fleet.inventory()).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("at: "))
                    .map(line -> URI.create(line.substring(4)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private URI base(String id) {
        return fleet.base(id).orElseThrow();
    }

    private HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }

    /** Says what it was asked and when. */
    private record Oracle() implements SimulatedService {

        @Override
        public String keys(URI base) {
            return "oracle:\n  at: " + base + "\n";
        }

        @Override
        public SimulatedAnswer answer(String body, Instant now) {
            return SimulatedAnswer.json(200, "\"" + body + "\" at " + now);
        }
    }

    /** Says who it is, what it was asked and when. */
    private record Parrot(String id, boolean listens) implements SimulatedNode {

        @Override
        public String keys(URI base) {
            return "url: %s\nlabels: { region: eu }\n".formatted(base);
        }

        @Override
        public SimulatedAnswer answer(String path, Instant now) {
            return path.equals("/empty")
                    ? SimulatedAnswer.json(200, "")
                    : SimulatedAnswer.json(503, "%s é %s %s".formatted(id, path, now));
        }
    }
}

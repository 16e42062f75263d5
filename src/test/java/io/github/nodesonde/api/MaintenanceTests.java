package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.HttpPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MaintenanceTests {

    private static final String PATH = "/api/v1/maintenance";
    private static final String TOKEN = "s3cret-token";
    private static final String VALID = """
            {"nodes": ["a-0"], "because": "upgrade", "endsAt": "2026-11-22T06:00:00Z", "by": "ops"}""";

    @TempDir
    private static Path folder;

    private static TestGateway gateway;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        gateway = TestGateway.start(
                "nodesonde.api.write-token-file=" + Files.writeString(folder.resolve("token"), TOKEN + "\n"),
                "nodesonde.maintenance.file=" + folder.resolve("windows.json"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void setToken() throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
    }

    @Test
    void windowIsBegunListedAndEnded() throws Exception {
        HttpResponse<String> begun = post(VALID);

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        JsonNode window = HttpPort.json(begun);
        String id = window.get("id").stringValue();
        assertThat(begun.headers().firstValue("Location")).hasValue(PATH + "/" + id);
        assertThat(window).isEqualTo(JsonMapper.shared().readTree("""
                {"id": "%s", "nodes": ["a-0"], "networks": [], "because": "upgrade", "startsAt": "2026-11-22T03:36:28Z",
                 "endsAt": "2026-11-22T06:00:00Z", "by": "ops"}""".formatted(id)));
        assertThat(list().get("items")).contains(window);

        assertThat(send("DELETE", PATH + "/" + id, "", "Bearer " + TOKEN).statusCode())
                .isEqualTo(204);
        assertThat(list().get("items")).doesNotContain(window);
        ProblemTests.assertProblem(
                send("DELETE", PATH + "/" + id, "", "Bearer " + TOKEN),
                404,
                "unknown-window",
                "Expected the id of a window that /api/v1/maintenance lists, not '" + id + "'.",
                PATH + "/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer wrong", "Bearer s3cret-tokeN", "Basic czNjcmV0LXRva2Vu", "s3cret-token"})
    void withoutTheTokenNothingIsChanged(String authorization) throws Exception {
        HttpResponse<String> answer = send("POST", PATH, VALID, authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"nodesonde\"");
        assertThat(answer.body()).contains("/docs/problems#unauthorized").doesNotContain(TOKEN);
        assertThat(send("DELETE", PATH + "/x", "", authorization).statusCode()).isEqualTo(401);
        assertThat(list().get("items")).isEmpty();
    }

    @Test
    void newTokenCountsAtOnce() throws Exception {
        Files.writeString(folder.resolve("token"), "another");

        assertThat(post(VALID).statusCode()).isEqualTo(401);
        assertThat(send("POST", PATH, "{}", "Bearer another").statusCode()).isEqualTo(422);
    }

    @Test
    void emptyTokenLetsNobodyIn() throws Exception {
        Files.writeString(folder.resolve("token"), " \n");

        assertThat(send("POST", PATH, VALID, "Bearer ").statusCode()).isEqualTo(403);
    }

    @Test
    void whileWritesAreOffTheRemedyIsTold() throws Exception {
        try (var closed = TestGateway.start()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + closed.port() + PATH))
                            .header("Authorization", "Bearer x")
                            .POST(HttpRequest.BodyPublishers.ofString(VALID))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("/docs/problems#writes-off", "nodesonde.api.write-token-file");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                      | 400 | bad-request  | one JSON object",
                "[]                     | 400 | bad-request  | one JSON object",
                "{\"by\":\"a\",\"by\":\"b\"}  | 400 | bad-request  | each field once",
                "{} {}                  | 400 | bad-request  | one JSON object",
                "{}                     | 422 | invalid-body | Expected ids of 'nodes', names of 'networks', or both.",
                "{\"node\": []}           | 422 | invalid-body | The nearest is 'nodes'.",
                "{\"nodes\": \"a-0\"}       | 422 | invalid-body | Expected 'nodes' to be a list of ids of nodes.",
                "{\"nodes\": [\"a-7\"]}     | 422 | invalid-body | The nearest is 'a-0'.",
                "{\"nodes\": [7]}         | 422 | invalid-body | not '7'.",
                "{\"networks\": [\"<script>\"]} | 422 | invalid-body | not '<script>'.",
                "{\"nodes\": [\"a-0\"]}     | 422 | invalid-body | Expected 'endsAt'",
                "{\"nodes\": [\"a-0\"], \"endsAt\": \"tomorrow\"} | 422 | invalid-body | Expected 'endsAt' to be a time such as",
                "{\"nodes\": [\"a-0\"], \"endsAt\": \"2020-01-01T00:00:00Z\"} | 422 | invalid-body | later than now",
                "{\"nodes\": [\"a-0\"], \"endsAt\": \"2126-01-01T00:00:00Z\"} | 422 | invalid-body | within 366 days",
                "{\"nodes\": [\"a-0\"], \"endsAt\": \"2026-11-22T06:00:00Z\"} | 422 | invalid-body | Expected 'because'",
                "{\"nodes\": [\"a-0\"], \"endsAt\": \"2026-11-22T06:00:00Z\", \"because\": 1} | 422 | invalid-body | a text of 1 to 500",
            })
    void whatDoesNotFitIsToldInWords(String body, int status, String slug, String words) throws Exception {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("/docs/problems#" + slug, words);
        assertThat(list().get("items")).isEmpty();
    }

    @Test
    void anotherTypeOfBodyIsRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                request("POST", PATH, VALID, "Bearer " + TOKEN)
                        .header("Content-Type", "text/plain")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept")).hasValue("application/json");
        assertThat(answer.body()).contains("/docs/problems#unsupported-media-type");
    }

    @Test
    void bodyBeyondTheBoundIsRefused() throws Exception {
        assertThat(post("{\"because\": \"" + "x".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherMethodsAreToldWhichAreTaken() throws Exception {
        HttpResponse<String> answer = send("PUT", PATH, VALID, "Bearer " + TOKEN);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    private JsonNode list() {
        return HttpPort.json(gateway.get(PATH));
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                request("POST", PATH, body, "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        return client.send(
                request(method, path, body, authorization)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, String body, String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}

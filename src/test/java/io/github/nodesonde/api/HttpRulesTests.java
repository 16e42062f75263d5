package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.RawHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRulesTests {

    private static final String ORIGIN = "https://board.example.org";

    private static TestGateway gateway;
    private static TestGateway open;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
        open = TestGateway.start("nodesonde.api.cors-origins=" + ORIGIN);
    }

    @AfterAll
    static void stop() {
        open.close();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fleet",
                "nodes",
                "nodes/a-0",
                "networks",
                "networks/alpha-1",
                "maintenance",
                "prometheus/targets",
                "badges/a-0.svg",
                "badges/a-0.json"
            })
    void headIsGetWithoutABody(String path) {
        HttpResponse<String> get = gateway.get("/api/v1/" + path);
        HttpResponse<String> head = gateway.send("HEAD", "/api/v1/" + path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(get.headers().firstValue("ETag"))
                .isPresent();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fleet", "nodes/a-0", "events", "badges/a-0.svg"})
    void optionsTellsWhatIsTaken(String path) {
        HttpResponse<String> answer = gateway.send("OPTIONS", "/api/v1/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(
                        allow -> assertThat(allow.split(", ?")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS"));
    }

    @Test
    void optionsOfWhatCanBeChangedTellsThatToo() {
        assertThat(gateway.send("OPTIONS", "/api/v1/maintenance").headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "HEAD", "POST", "OPTIONS"));
    }

    @Test
    void pagesOfOtherOriginsMayNotReadUnlessTheyAreListed() {
        assertThat(gateway.get("/api/v1/fleet", "Origin", ORIGIN).headers().map())
                .doesNotContainKey("access-control-allow-origin");

        HttpResponse<String> listed = open.get("/api/v1/fleet", "Origin", ORIGIN);
        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(listed.headers().firstValue("Access-Control-Expose-Headers")).hasValue("ETag");
        assertThat(listed.headers().map()).doesNotContainKey("access-control-allow-credentials");
        try (var port = new HttpPort(open.port())) {
            HttpResponse<String> refused = port.get("/api/v1/fleet", "Origin", "https://elsewhere.example.org");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, maintenance, https://board.example.org, POST",
        "OPTIONS, maintenance/x, https://board.example.org, DELETE",
        "OPTIONS, fleet, https://elsewhere.example.org, GET",
        "OPTIONS, nowhere, https://elsewhere.example.org, GET",
        "GET, fleet, https://elsewhere.example.org, ",
        "GET, events, null, ",
        "GET, fleet, http://[, ",
        "GET, fleet, <script>alert(1)</script>, ",
    })
    void pagesOfOtherOriginsMayReadAndNoMore(String method, String path, String origin, @Nullable String wanted) {
        HttpResponse<String> refused = wanted == null
                ? open.send(method, "/api/v1/" + path, "Origin", origin)
                : open.send(method, "/api/v1/" + path, "Origin", origin, "Access-Control-Request-Method", wanted);

        ProblemTests.assertProblem(
                refused,
                403,
                "cross-origin",
                "Expected GET or HEAD beneath /api/v1 from an origin that nodesonde.api.cors-origins lists, not '%s' from '%s'."
                        .formatted(wanted == null ? method : wanted, origin),
                "/api/v1/" + path);
        assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void whileNoOriginIsListedNoneIsTakenBeforehand() {
        for (String path : List.of("/api/v1/fleet", "/")) {
            HttpResponse<String> refused =
                    gateway.send("OPTIONS", path, "Origin", ORIGIN, "Access-Control-Request-Method", "GET");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("/docs/problems#cross-origin");
        }
    }

    @Test
    void listedOriginIsTakenBeforehand() {
        HttpResponse<String> taken = open.send(
                "OPTIONS",
                "/api/v1/fleet",
                "Origin",
                ORIGIN,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
        assertThat(taken.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET,HEAD");
        assertThat(taken.headers().firstValue("Access-Control-Allow-Headers")).hasValue("if-none-match");
    }

    @Test
    void longQueryIsToldShortly() {
        HttpResponse<String> answer =
                gateway.get("/api/v1/nodes?q=" + "x".repeat(7000) + "&verdict=" + "y".repeat(500));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().length()).isLessThan(600);
    }

    @Test
    void queryBeyondTheBoundIsAProblem() throws IOException {
        assertThat(RawHttp.ask(gateway.port(), RawHttp.get("/api/v1/nodes?q=" + "x".repeat(10_000))))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nodes/a-0%0d%0aX-Forged:%201", "badges/a%0d%0aX-Forged:%201.svg", "networks/%0d%0aX-Forged:%201"
            })
    void nameCannotForgeAHeader(String path) {
        HttpResponse<String> answer = gateway.get("/api/v1/" + path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().map()).doesNotContainKey("x-forged");
        assertThat(answer.body()).doesNotContain("\r", "\n");
    }

    @Test
    void scriptInWhatAnOperatorSetsStaysText() {
        HttpResponse<String> answer = gateway.get("/api/v1/nodes/a-0");

        assertThat(answer.body()).contains("<script>");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}

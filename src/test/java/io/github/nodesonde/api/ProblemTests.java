package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemTests {

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes?verdct=down   | 400 | unknown-parameter | Expected one of network, type, verdict, label, q, sort, page, size, not 'verdct'. The nearest is 'verdict'.",
                "nodes?<b>=1         | 400 | unknown-parameter | Expected one of network, type, verdict, label, q, sort, page, size, not '<b>'.",
                "fleet?page=1        | 400 | unknown-parameter | Expected no query parameter, not 'page'.",
                "nodes/a-0?x=        | 400 | unknown-parameter | Expected no query parameter, not 'x'.",
                "prometheus/targets?network=alpha-1 | 400 | unknown-parameter | Expected no query parameter, not 'network'.",
                "nodes?verdict=Down  | 400 | invalid-parameter | Expected 'verdict' to be one of up, degraded, unknown, down, maintenance, not 'Down'. The nearest is 'down'.",
                "nodes?type=alfa     | 400 | invalid-parameter | Expected 'type' to be one of alpha, beta, not 'alfa'. The nearest is 'alpha'.",
                "nodes?sort=-id      | 400 | invalid-parameter | Expected 'sort' to be one of id, -verdict, since, not '-id'. The nearest is 'id'.",
                "nodes?size=0        | 400 | invalid-parameter | Expected 'size' to be a whole number from 1 to 500, not '0'. The nearest is 1.",
                "nodes?size=501      | 400 | invalid-parameter | Expected 'size' to be a whole number from 1 to 500, not '501'. The nearest is 500.",
                "nodes?size=ten      | 400 | invalid-parameter | Expected 'size' to be a whole number from 1 to 500, not 'ten'. The nearest is 50.",
                "nodes?page=-1       | 400 | invalid-parameter | Expected 'page' to be a whole number from 0 to 999999999, not '-1'. The nearest is 0.",
                "nodes?page=1e3      | 400 | invalid-parameter | Expected 'page' to be a whole number from 0 to 999999999, not '1e3'. The nearest is 0.",
                "nodes?label=eu      | 400 | invalid-parameter | Expected 'label' to be key:value, such as region:eu, not 'eu'.",
                "nodes?q=a&q=b       | 400 | invalid-parameter | Expected 'q' once, not twice.",
                "nodes?network=alpha | 404 | unknown-network   | Expected the name of a network of the inventory, not 'alpha'. The nearest is 'alpha-1'.",
                "networks/beta-2     | 404 | unknown-network   | Expected the name of a network of the inventory, not 'beta-2'. The nearest is 'beta-1'.",
                "nodes/a-7           | 404 | unknown-node      | Expected the id of a node of the inventory, not 'a-7'. The nearest is 'a-0'.",
                "nodes/A 0/health    | 404 | unknown-node      | Expected the id of a node of the inventory, not 'A 0'. The nearest is 'a-0'.",
                "nods                | 404 | not-found         | Expected the path of a resource, not '/api/v1/nods'. The nearest is '/api/v1/nodes'.",
                "nodes/a-0/uptim     | 404 | not-found         | Expected the path of a resource, not '/api/v1/nodes/a-0/uptim'.",
            })
    void wrongRequestIsToldWhatWasExpected(String path, int status, String slug, String detail) {
        String encoded = path.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E");
        HttpResponse<String> answer = gateway.get("/api/v1/" + encoded);

        assertProblem(answer, status, slug, detail, "/api/v1/" + encoded.replaceAll("\\?.*", ""));
    }

    @Test
    void methodThatIsNotTakenIsToldWhichAre() {
        HttpResponse<String> answer = gateway.send("POST", "/api/v1/fleet");

        assertProblem(answer, 405, "method-not-allowed", "Expected GET, not 'POST'.", "/api/v1/fleet");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
    }

    @Test
    void formatThatIsNotOfferedIsToldWhichIs() {
        assertProblem(
                gateway.get("/api/v1/fleet", "Accept", "text/csv"),
                406,
                "not-acceptable",
                "Expected an Accept header that takes application/json.",
                "/api/v1/fleet");
    }

    @Test
    void browserIsToldOfTheApisProblemsAlike() {
        assertProblem(
                gateway.get("/api/v1/nodes/a-7", "Accept", "text/html,*/*;q=0.8"),
                404,
                "unknown-node",
                "Expected the id of a node of the inventory, not 'a-7'. The nearest is 'a-0'.",
                "/api/v1/nodes/a-7");
    }

    @Test
    void textOfTheCallersIsQuotedShort() {
        HttpResponse<String> answer = gateway.get("/api/v1/nodes/" + "x".repeat(5000));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("'" + "x".repeat(63) + "…'");
    }

    @Test
    void ourOwnFailureIsToldWithoutItsInsides() {
        TestGateway.fail(new IllegalStateException("secret insides"));
        try {
            HttpResponse<String> answer = gateway.get("/api/v1/fleet");

            assertProblem(answer, 500, "internal-error", "The gateway failed to make this answer.", "/api/v1/fleet");
            assertThat(answer.body()).doesNotContain("secret", "Exception");
        } finally {
            TestGateway.show(TestFleet.judged());
        }
    }

    @Test
    void whatTheServerReportsIsAProblemToo() {
        assertProblem(
                gateway.get("/error"), 404, "not-found", "Expected the path of a resource, not '/error'.", "/error");
    }

    @Test
    void metricsPortKeepsItsOwnWayOfAnswering() {
        HttpResponse<String> answer = gateway.management().get("/actuator/info");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.spring-boot.actuator"));
        assertThat(gateway.management().get("/api/v1/fleet").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBePrintedIsNotRepeated() {
        assertThat(gateway.get("/api/v1/nodes?verdict=up%0Aforged%E2%80%AE").body())
                .contains("'up forged\uFFFD'");
    }

    @Test
    void queryThatIsNotEncodedWellIsABadRequest() throws IOException {
        String answer = raw("GET /api/v1/nodes?q=%zz HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("/docs/problems#bad-request");
    }

    @Test
    void whatHttpItselfForbidsIsTellingNothingOfTheServer() throws IOException {
        String answer = raw("GET /api/v1/nodes?q=<script> HTTP/1.1");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/docs/problems#bad-request")
                .doesNotContain("Exception", "Tomcat", "script");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String slug, String detail, String instance) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
        assertThat(problem.get("type").stringValue()).isEqualTo("/docs/problems#" + slug);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isEqualTo(detail);
        assertThat(problem.get("instance").stringValue()).isEqualTo(instance);
    }

    private static String raw(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

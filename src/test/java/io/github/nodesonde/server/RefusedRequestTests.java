package io.github.nodesonde.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.api.TestGateway;
import io.github.nodesonde.testing.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server itself refuses, over bare sockets, on both ports. */
class RefusedRequestTests {

    private static final String REST = "Host: x\r\nConnection: close\r\n\r\n";

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        Arguments.of("a character that no path has", "GET /a|b HTTP/1.1\r\n" + REST, 400),
                        Arguments.of("half an escape", "GET /%zz HTTP/1.1\r\n" + REST, 400),
                        Arguments.of("escapes that are not UTF-8", "GET /%ff HTTP/1.1\r\n" + REST, 400),
                        Arguments.of("an escaped slash", "GET /a%2fb HTTP/1.1\r\n" + REST, 400),
                        Arguments.of("an escaped NUL", "GET /a%00b HTTP/1.1\r\n" + REST, 400),
                        Arguments.of("a path above the root", "GET /../../etc/passwd HTTP/1.1\r\n" + REST, 400),
                        Arguments.of(
                                "a header too long", "GET / HTTP/1.1\r\nX: " + "a".repeat(9_000) + "\r\n" + REST, 400),
                        Arguments.of("a path too long", "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + REST, 400),
                        Arguments.of(
                                "too many headers",
                                "GET / HTTP/1.1\r\n"
                                        + IntStream.range(0, 200)
                                                .mapToObj(i -> "X" + i + ": 1\r\n")
                                                .collect(Collectors.joining())
                                        + REST,
                                400),
                        Arguments.of(
                                "too many parameters",
                                "GET /health?" + "a=1&".repeat(200) + " HTTP/1.1\r\n" + REST,
                                400),
                        Arguments.of("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
                        Arguments.of("two hosts", "GET / HTTP/1.1\r\nHost: y\r\n" + REST, 400),
                        Arguments.of(
                                "a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400),
                        Arguments.of("no length", "POST / HTTP/1.1\r\nContent-Length: -5\r\n" + REST, 400),
                        Arguments.of(
                                "a coding nobody knows", "POST / HTTP/1.1\r\nTransfer-Encoding: x\r\n" + REST, 501),
                        Arguments.of("an HTTP of the future", "GET / HTTP/9.9\r\n" + REST, 505),
                        Arguments.of("a tunnel", "CONNECT a:80 HTTP/1.1\r\n" + REST, 501),
                        Arguments.of("TRACE", "TRACE / HTTP/1.1\r\n" + REST, 405),
                        Arguments.of("a method nobody knows", "BREW / HTTP/1.1\r\n" + REST, 405),
                        Arguments.of("an expectation nobody knows", "GET / HTTP/1.1\r\nExpect: x\r\n" + REST, 417),
                        Arguments.of("no HTTP at all", "hello\r\n\r\n", 400),
                        Arguments.of("TLS", "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003", 400))
                .flatMap(request -> Stream.of("main", "management")
                        .map(port -> Arguments.of(port, request.get()[0], request.get()[1], request.get()[2])));
    }

    @ParameterizedTest(name = "{1} on the {0} port")
    @MethodSource("refused")
    void refusalIsAProblemThatTellsNothingOfTheServer(String port, String what, String request, int status)
            throws IOException {
        String answer = RawHttp.ask(
                port.equals("main") ? gateway.port() : gateway.management().number(), request);

        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(headers(head, "content-type")).containsExactly("application/problem+json");
        assertThat(headers(head, "x-content-type-options")).containsExactly("nosniff");
        assertThat(headers(head, "referrer-policy")).containsExactly("no-referrer");
        assertThat(headers(head, "server")).isEmpty();
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("tomcat", "exception", "passwd", "<html");
        JsonNode problem =
                JsonMapper.shared().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString())
                .isEqualTo("/docs/problems#" + (status == 405 ? "method-not-allowed" : "bad-request"));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).startsWith("Expected ");
    }

    @ParameterizedTest
    @MethodSource("ports")
    void bodyThatNobodyAskedForIsNotReadToItsEnd(Function<TestGateway, Integer> port) throws IOException {
        int length = 50_000_000;
        String answer = RawHttp.ask(
                port.apply(gateway),
                "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(100_000));

        assertThat(answer).containsAnyOf("HTTP/1.1 404", "HTTP/1.1 405").contains("application/problem+json");
    }

    static List<Function<TestGateway, Integer>> ports() {
        return List.of(TestGateway::port, gateway -> gateway.management().number());
    }

    private static List<String> headers(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}

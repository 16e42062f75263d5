package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.testing.HttpPort;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayUnderTest
class ManagementPortTests {

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

    @Autowired
    private BuildProperties build;

    @LocalServerPort
    private int mainPort;

    private HttpPort port;

    @BeforeEach
    void open() {
        port = ports.management();
    }

    @AfterEach
    void close() {
        gateway.reset();
        port.close();
    }

    @Test
    void rootStatesTheVersionAndLinksWhatThereIs() {
        var answer = port.get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("Version " + build.getVersion());
        var links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(answer.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .contains(
                        "/metrics",
                        "/health",
                        "/actuator/health",
                        "/actuator/health/liveness",
                        "/actuator/health/readiness",
                        "/actuator/info",
                        "/docs/problems")
                .allSatisfy(
                        link -> assertThat(port.get(link).statusCode()).as(link).isIn(200, 503));
    }

    @Test
    void pageAtTheRootMayLoadNothingButItsOwnStyle() throws NoSuchAlgorithmException {
        var answer = port.get("/");

        String style = answer.body()
                .substring(
                        answer.body().indexOf("<style>") + "<style>".length(),
                        answer.body().indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-" + hash + "'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("src=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metrics", "/health", "/actuator/health", "/actuator/info", "/no-such", "/probe"})
    void everyAnswerIsGuarded(String path) {
        var headers = port.get(path).headers();

        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.firstValue("Content-Type")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health?node=%FF", "/metrics?%FF=1", "/actuator/info?%FF", "/probe?target=%C3%28"})
    void queryThatCannotBeDecodedIsABadRequest(String path) {
        var answer = port.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(HttpPort.json(answer).path("type").asString()).isEqualTo("/docs/problems#bad-request");
    }

    @Test
    void typeOfEveryProblemLeadsToItsMeaning() {
        var page = port.get("/docs/problems");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(ProblemType.values())
                .allSatisfy(type -> assertThat(page.body())
                        .contains("<section id=\"" + type.uri().getFragment() + "\">", type.title()));
        assertThat(HttpPort.json(port.get("/probe")).path("type").asString()).startsWith(ProblemsHandler.PATH + "#");
    }

    @Test
    void infoTellsTheBuildAndHowMuchIsWatched() {
        gateway.judge(new JudgedFleet().plain("net").node("a", "net", Verdict.UP, null, true));

        var info = HttpPort.json(port.get("/actuator/info"));

        assertThat(info.at("/build/version").asString()).isEqualTo(build.getVersion());
        assertThat(info.path("inventory").toString())
                .isEqualTo("{\"networks\":1,\"nodes\":1,\"ok\":true,\"loadedAt\":\"2026-11-22T03:46:28Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no-such", "/metrics/deeper", "/a%5Bb", "/actuator/no-such", "/error", "/-/nothing"})
    void pathThatIsNotServedIsAProblem(String path) {
        var answer = port.get(path, "Accept", "text/html");

        var problem = HttpPort.json(answer);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems#not-found");
        assertThat(problem.path("title").asString()).isEqualTo("Not found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("instance").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/metrics", "/actuator/prometheus", "/health", "/probe", "/actuator/health", "/-/ready", "/"})
    void nothingHereIsWritten(String path) {
        var answer = port.send("POST", path, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/probe?target=a", "/actuator/health", "/actuator/prometheus", "/-/ready"})
    void mainPortServesNoneOfIt(String path) {
        try (var main = new HttpPort(mainPort)) {
            assertThat(main.get(path).statusCode()).isEqualTo(404);
        }
    }
}

package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.testing.HttpPort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayUnderTest
class MetricsHandlerTests {

    private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0";

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

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

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/actuator/prometheus"})
    void printsTheWholePageAtEitherPath(String path) throws IOException {
        var answer = port.bytes(path, "Accept", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        assertThat(answer.body()).isEqualTo(written(TextFormat.PROMETHEUS_0_0_4));
        assertThat(answer.body()).asString().contains("example_whole{id=\"node-1999\"} 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/actuator/prometheus"})
    void printsOpenMetricsToWhoPrefersIt(String path) throws IOException {
        var answer = port.bytes(path, "Accept", "text/plain;q=0.3," + OPENMETRICS + ";q=0.6");

        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/openmetrics-text")
                .contains("version=1.0.0");
        assertThat(answer.body()).isEqualTo(written(TextFormat.OPENMETRICS_1_0_0));
    }

    @Test
    void prints004ToWhoDoesNotSay() {
        assertThat(port.get("/metrics").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", OPENMETRICS})
    void compressesForWhoAcceptsIt(String accept) throws IOException {
        var plain = port.bytes("/metrics", "Accept", accept);

        var answer = port.bytes("/metrics", "Accept", accept, "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.body().length).isLessThan(plain.body().length / 2);
        try (var inflated = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(inflated.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void answerDependsOnAcceptAndEncoding() {
        assertThat(String.join(",", port.get("/metrics").headers().allValues("Vary"))
                        .toLowerCase(Locale.ROOT))
                .contains("accept")
                .contains("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/actuator/prometheus"})
    void scopeOwnLeavesTheNodesOut(String path) {
        assertThat(port.get(path + "?scope=own").body()).contains("example_own").doesNotContain("example_whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/actuator/prometheus"})
    void headAnswersLikeGetWithoutBody(String path) {
        var got = port.get(path);
        gateway.wanted.clear();

        var answer = port.send("HEAD", path, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(gateway.wanted).as("pages made for a reader of headers").isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .isEqualTo(got.headers().firstValue("Content-Type"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void networkAndNamesNarrowThePage() {
        gateway.judge(new JudgedFleet().plain("alpha"));

        port.get("/metrics?network=alpha&name[]=a_total&name%5B%5D=b_seconds");
        port.get("/metrics?scope=own&network=alpha");
        port.get("/metrics");

        assertThat(gateway.wanted)
                .containsExactly(
                        new MetricsPages.Wanted(true, Optional.of("alpha"), Set.of("a_total", "b_seconds")),
                        new MetricsPages.Wanted(false, Optional.of("alpha"), Set.of()),
                        MetricsPages.Wanted.ALL);
    }

    @Test
    void unknownNetworkIsNotFound() {
        gateway.judge(new JudgedFleet().plain("alpha"));

        var answer = port.get("/metrics?network=alpah", "Accept", "text/plain", "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(HttpPort.json(answer).path("type").asString()).isEqualTo("/docs/problems#unknown-network");
        assertThat(answer.body()).contains("alpha");
    }

    /** What each generation of Prometheus sends, and what it must be answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | text/plain;version=0.0.4
            application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text;version=1.0.0
            application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,application/openmetrics-text;version=1.0.0;q=0.8,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | application/openmetrics-text;version=1.0.0
            application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | application/openmetrics-text;version=1.0.0
            application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;escaping=allow-utf-8;q=0.7,application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | application/openmetrics-text;version=1.0.0
            text/plain;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.2 | text/plain;version=1.0.0
            application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,text/plain;version=0.0.4;q=0.5 | text/plain;version=0.0.4
            application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited | text/plain;version=0.0.4
            application/json | text/plain;version=0.0.4
            """)
    void everyPrometheusGetsATextItTakes(String accept, String contentType) throws IOException {
        var answer = port.bytes("/metrics", "Accept", accept, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .startsWith(contentType)
                .matches(type -> type.contains(";escaping=allow-utf-8") == accept.contains("escaping"), "names UTF-8");
        try (var inflated = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(inflated.readAllBytes())
                    .isEqualTo(written(
                            contentType.startsWith("text/plain")
                                    ? TextFormat.PROMETHEUS_0_0_4
                                    : TextFormat.OPENMETRICS_1_0_0));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip               | gzip
            GZIP;q=0.5         | gzip
            deflate, gzip      | gzip
            *                  | gzip
            identity           | ''
            gzip;q=0           | ''
            gzip; q=0.000, *   | ''
            *;q=0              | ''
            ''                 | ''
            """)
    void compressesOnlyForWhoAcceptsIt(String encodings, String coding) {
        var answer = port.bytes("/metrics", "Accept-Encoding", encodings);

        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(coding);
        assertThat(String.join(",", answer.headers().allValues("Vary"))).containsIgnoringCase("accept-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics?scope=nodes",
                "/metrics?scop=own",
                "/metrics?scope=own&scope=own",
                "/metrics?network=a&network=b&scope=own"
            })
    void parameterThatMakesNoSenseIsRefused(String path) {
        var answer = port.get(path, "Accept", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).containsAnyOf("scope", "network");
    }

    @Test
    void pageThatCannotBeMadeIsAnErrorThatTellsNothing() {
        gateway.breakPages(true);

        var answer = port.get("/metrics", "Accept", OPENMETRICS, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(HttpPort.json(answer).path("type").asString()).isEqualTo("/docs/problems#internal-error");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    private byte[] written(TextFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(FakeGateway.whole(), out);
        return out.toByteArray();
    }
}

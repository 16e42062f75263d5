package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

class BadgeTests {

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
    @CsvSource({
        "a-0, a-0, up, success, false",
        "a-1, a-1, degraded, important, false",
        "a-2, a-2, down, critical, true",
        "b-0, b-0, unknown, inactive, true",
        "b-1, b-1, maintenance, informational, false",
        "networks/alpha-1, alpha-1, degraded, important, false",
        "networks/beta-1, beta-1, unknown, inactive, true",
    })
    void verdictIsAWordAndAColour(String path, String label, String message, String colour, boolean error) {
        assertThat(JsonMapper.shared()
                        .readTree(
                                gateway.get("/api/v1/badges/" + path + ".json").body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"schemaVersion": 1, "label": "%s", "message": "%s", "color": "%s", "isError": %s}
                        """.formatted(label, message, colour, error)));
        assertThat(gateway.get("/api/v1/badges/" + path + ".svg").body())
                .contains(">" + label + "</text>", ">" + message + "</text>");
    }

    @Test
    void pictureIsFreshAndNeedsNothingFromElsewhere() {
        HttpResponse<String> answer = gateway.get("/api/v1/badges/a-0.svg");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String version = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.get("/api/v1/badges/a-0.svg", "If-None-Match", version)
                        .statusCode())
                .isEqualTo(304);
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "href", "script");
    }

    @ParameterizedTest
    @CsvSource({
        "a-7.svg, 404",
        "a-7.json, 404",
        "networks/gamma.svg, 404",
        "a-0.png, 404",
        "a-0, 404",
        "a-0.svg?x=1, 400"
    })
    void whatIsUnknownIsAProblem(String path, int status) {
        HttpResponse<String> answer = gateway.get("/api/v1/badges/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void textsFitIntoTheirBoxes(Verdict verdict) throws Exception {
        String label = "a-node-with-a-long-name-" + "m".repeat(30);
        Element svg = parse(new Badge(label, verdict).svg()).getDocumentElement();
        var texts = svg.getElementsByTagName("text");
        var first = (Element) texts.item(0);
        var second = (Element) texts.item(1);

        assertThat(number(first, "x") + number(first, "textLength")).isLessThan(number(second, "x"));
        assertThat(number(second, "x") + number(second, "textLength")).isLessThan(number(svg, "width"));
        assertThat(first.getTextContent()).isEqualTo(label);
    }

    /** Advance widths of DejaVu Sans: a 0.613 em, m 0.974 em, i 0.278 em. */
    @ParameterizedTest
    @CsvSource({"'', 0", "a, 7", "m, 11", "iiii, 13", "maintenance, 73", "é, 11"})
    void widthIsThatOfTheFont(String text, int pixels) {
        assertThat(TextWidth.of(text)).isEqualTo(pixels);
    }

    @Test
    void hostileTextStaysText() throws Exception {
        String hostile = "</text><script>alert(\"1\")</script>&'";

        Document picture = parse(BadgePicture.of(hostile, hostile, "#000"));

        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo(hostile);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}

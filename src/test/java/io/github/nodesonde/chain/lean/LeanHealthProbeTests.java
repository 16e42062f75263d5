package io.github.nodesonde.chain.lean;

import static io.github.nodesonde.chain.lean.Scene.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.chain.lean.client.LeanHealth;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeanHealthProbeTests {

    private final LeanHealthProbe probe = new LeanHealthProbe(Scene.CLIENTS);
    private final Node node = Scene.node("lean-0");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            200 | {"status":"ok","slot":12345,"synced":true}                  | 12345 | true
            503 | {"status":"ok","slot":12340,"synced":false}                 | 12340 | false
            200 | {"status": "healthy", "service": "lean-rpc-api"}            | -     | -
            503 | {"status":"error","message":"Store not available"}          | -     | -
            200 | {"status":"ok","slot":0}                                    | 0     | -
            200 | {"status":"ok","synced":false}                              | -     | false
            200 | {"status":"ok","slot":null,"synced":null}                   | -     | -
            503 | {"status":"","slot":9007199254740992,"synced":true}         | 9007199254740992 | true
            200 | {"status":"ok","slot":1,"synced":true,"more":{"slot":"x"}}  | 1     | true
            """)
    void answersTellWhatTheyTellAndNoMore(int status, String body, Long slot, Boolean synced) throws BadAnswer {
        var answer = (ProbeResult.Answered) probe.read(Scene.unasked(node), json(status, body));

        assertThat(answer.report())
                .contains(new LeanHealth(
                        "",
                        Optional.ofNullable(slot),
                        Optional.ofNullable(synced),
                        body.contains("lean-rpc-api") ? Optional.of("lean-rpc-api") : Optional.empty()));
        assertThat(Scene.lines(answer))
                .isEqualTo(slot == null ? List.of() : List.of("leanspec_slot_head " + (double) slot + " reported"));
        assertThat(answer.page()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "9223372036854775807",
                "9007199254740993",
                "18446744073709551616",
                "1e3",
                "12.0",
                "-1",
                "\"12345\"",
                "true",
                "[]",
                "{}"
            })
    void slotThatIsNoneIsMalformedWhateverTheStatus(String slot) {
        String body = "{\"status\":\"ok\",\"slot\":" + slot + ",\"synced\":true}";

        assertThat(failure(json(200, body)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure(json(503, body)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "0", "[]", "{}"})
    void syncedThatIsNoBooleanIsMalformed(String synced) {
        assertThat(failure(json(200, "{\"status\":\"ok\",\"slot\":1,\"synced\":" + synced + "}"))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!doctype html><html></html>",
                "{\"status\":\"ok\",\"slot\":12",
                "{\"status\":\"ok\",\"slot\":1e999}",
                "{\"status\":\"ok\",\"slot\":1,\"slot\":2}",
                "{\"status\":\"ok\"} {}",
                "[\"ok\"]",
                "\"ok\"",
                "null",
                "{}",
                "{\"status\":null}",
                "{\"status\":200}",
                "{\"slot\":1,\"synced\":true}"
            })
    void bodyThatIsNoHealthIsMalformedWithStatus200AndRefusedWithA5xx(String body) {
        assertThat(failure(json(200, body)).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failure(json(500, body)).reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure(json(503, body))).hasMessage("HTTP status 503");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 401, 403, 404, 429})
    void otherStatusesAreRefusedEvenWithAHealthyBody(int status) {
        assertThat(failure(json(status, "{\"status\":\"ok\",\"slot\":1,\"synced\":true}")))
                .hasMessage("HTTP status " + status)
                .extracting(BadAnswer::reason)
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] latin1 = "{\"status\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(new Reply(Scene.BASE, 200, "application/json", latin1, Scene.GENESIS))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void whileTheClientIsUnknownBothPathsAreAsked() {
        assertThat(asked(new Scene().with(node), node))
                .containsExactly("http://127.0.0.1:9/health", "http://127.0.0.1:9/lean/v0/health");
    }

    @Test
    void configuredClientIsAskedWhereItAnswers() {
        Node leanspec = Scene.node("lean-1", Optional.of("leanspec"));
        Node issue = Scene.node("lean-2", Optional.of("leanspec-issue"));

        assertThat(asked(new Scene().with(leanspec), leanspec)).containsExactly("http://127.0.0.1:9/lean/v0/health");
        assertThat(asked(new Scene().with(issue), issue))
                .containsExactly("http://127.0.0.1:9/health", "http://127.0.0.1:9/lean/v0/health");
    }

    @Test
    void detectedClientIsAskedWhereItAnswersUntilThatIsRefused() {
        var health = json(200, "{\"status\":\"healthy\"}");
        var metrics = Optional.of(Scene.page(Scene.resource("leanspec-metrics.prom"), Scene.GENESIS));
        var scene = new Scene().with(node).round(node, Scene.slot(1), health, metrics);
        assertThat(asked(scene, node)).containsExactly("http://127.0.0.1:9/lean/v0/health");

        scene.round(node, Scene.slot(2), Map.of(LeanHealthProbe.NAME, Scene.failed(Reason.TIMED_OUT)));
        assertThat(asked(scene, node)).hasSize(1);

        scene.round(node, Scene.slot(3), Map.of(LeanHealthProbe.NAME, Scene.failed(Reason.REFUSED)));
        assertThat(asked(scene, node)).hasSize(2);
    }

    @Test
    void healthIsAskedAtTheApiAddress() {
        Node apart = new Node(
                node.id(),
                node.type(),
                node.network(),
                node.labels(),
                node.interval(),
                Duration.ofSeconds(6),
                node.skip(),
                node.credentials(),
                new LeanNodeSettings(
                        URI.create("http://127.0.0.1:5052/lean0"),
                        URI.create("http://127.0.0.1:8008"),
                        Optional.of("leanspec")));

        assertThat(asked(new Scene().with(apart), apart)).containsExactly("http://127.0.0.1:5052/lean0/lean/v0/health");
        assertThat(new LeanMetricsProbe(Scene.CLIENTS)
                        .question(new Scene().with(apart).snapshot(apart, Scene.GENESIS)))
                .contains(new Question.Get(URI.create("http://127.0.0.1:8008/metrics")));
        assertThat(apart.settings().urls()).hasSize(2);
    }

    private List<String> asked(Scene scene, Node of) {
        return probe.question(scene.snapshot(of, Scene.slot(3))).stream()
                .flatMap(question -> question.urls().stream())
                .map(URI::toString)
                .toList();
    }

    private BadAnswer failure(Reply reply) {
        return catchThrowableOfType(BadAnswer.class, () -> probe.read(Scene.unasked(node), reply));
    }
}

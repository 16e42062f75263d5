package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TargetTests {

    private static final String TARGETS = "/api/v1/prometheus/targets";

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void showTheFleet() {
        TestGateway.show(TestFleet.judged());
    }

    @Test
    void everyNodeIsAGroupScrapedThroughTheHostAsked() {
        JsonNode groups = read(gateway.get(TARGETS));

        assertThat(groups).hasSize(5);
        assertThat(groups.get(0)).isEqualTo(JsonMapper.shared().readTree("""
                                {"targets": ["127.0.0.1:%d"],
                                 "labels": {"__metrics_path__": "/probe", "__param_labels": "target", "__param_target": "a-0",
                                            "instance": "a-0", "job": "zephyr", "network": "alpha-1", "node": "a-0",
                                            "region": "eu", "team": "<script>alert(\\"1\\")</script>"}}
                                """.formatted(
                        gateway.management().number())));
        assertThat(groups.get(3).at("/labels/job").stringValue()).isEqualTo("beta");
    }

    @Test
    void emptyFleetIsAnEmptyList() {
        TestGateway.show(TestFleet.empty());

        assertThat(read(gateway.get(TARGETS))).isEmpty();
    }

    @Test
    void whileNoInventoryIsKnownNothingIsSaidOfIt() {
        TestGateway.show(TestFleet.none());

        ProblemTests.assertProblem(
                gateway.get(TARGETS),
                503,
                "not-ready",
                "Expected the inventory to have been read; it has not been yet.",
                TARGETS);
    }

    @Test
    void externalUrlSaysWhereScrapersReachTheMetrics() {
        try (var behindProxy = TestGateway.start("nodesonde.external-url=https://sonde.example.org/inner/")) {
            JsonNode group = read(behindProxy.get(TARGETS)).get(0);

            assertThat(group.at("/targets/0").stringValue()).isEqualTo("sonde.example.org:443");
            assertThat(group.at("/labels/__scheme__").stringValue()).isEqualTo("https");
            assertThat(group.at("/labels/__metrics_path__").stringValue()).isEqualTo("/inner/probe");
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).isEqualTo(List.of("application/json"));
        return JsonMapper.shared().readTree(answer.body());
    }
}

package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.inventory.InventoryState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

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
        TestGateway.show(new InventoryState(true, TestFleet.NOW.minusSeconds(60), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "fleet, fleet.json",
        "nodes, nodes.json",
        "nodes/a-0, node.json",
        "nodes/a-0/health, node-health.json",
        "nodes/b-0, node-never-asked.json",
        "networks, networks.json",
        "networks/alpha-1, network.json",
        "networks/beta-1, network-without-topics.json",
    })
    void answersHaveExactlyTheFieldsOfTheContract(String path, String golden) {
        HttpResponse<String> answer = gateway.get("/api/v1/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(JSON.readTree(answer.body())).isEqualTo(golden(golden));
    }

    @Test
    void nodesAddressesAndCredentialsAreNeverTold() {
        for (String path : List.of("fleet", "nodes", "nodes/a-0", "networks/alpha-1", "prometheus/targets")) {
            assertThat(gateway.get("/api/v1/" + path).body()).doesNotContain(TestFleet.ADDRESS, TestFleet.SECRET);
        }
    }

    @Test
    void problemsOfTheLastReloadAreTold() {
        TestGateway.show(new InventoryState(false, TestFleet.NOW, List.of("nodesonde.yaml:7:5 no such key")));

        assertThat(read("/api/v1/fleet").at("/gateway/inventory")).isEqualTo(JSON.readTree("""
                                {"ok": false, "loadedAt": "2026-11-22T03:46:28Z", "problems": ["nodesonde.yaml:7:5 no such key"]}
                                """));
    }

    @Test
    void whenTheFleetHasTheFindingOfGatewayFaultItIsSuspected() {
        TestGateway.show(TestFleet.judged(8, List.of(TestFleet.gatewayFault())));

        assertThat(read("/api/v1/fleet").at("/gateway/faultSuspected").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | a-0 a-1 a-2 b-0 b-1",
                "?network=alpha-1                  | a-0 a-1 a-2",
                "?type=beta                        | b-0 b-1",
                "?verdict=down                     | a-2",
                "?label=region:eu                  | a-0 a-2",
                "?label=region:eu&label=region:us  | ''",
                "?label=team:%3Cscript%3Ealert(%221%22)%3C/script%3E | a-0",
                "?q=ZEPHYR                         | a-0",
                "?q=refused                        | a-2",
                "?q=B-1                            | b-1",
                "?q=beta-1                         | b-0 b-1",
                "?network=&type=&verdict=&q=       | a-0 a-1 a-2 b-0 b-1",
                "?sort=-verdict                    | a-2 b-0 a-1 a-0 b-1",
                "?sort=since                       | b-1 a-0 a-2 a-1 b-0",
                "?size=2&page=1                    | a-2 b-0",
                "?size=2&page=9                    | ''",
            })
    void listIsFilteredSortedAndPaged(String query, String ids) {
        JsonNode answer = read("/api/v1/nodes" + query);

        assertThat(StreamSupport.stream(answer.get("items").spliterator(), false)
                        .map(node -> node.get("id").stringValue()))
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" ", -1));
    }

    @Test
    void totalCountsWhatMatchesOnAllPages() {
        JsonNode answer = read("/api/v1/nodes?network=alpha-1&size=2&page=1");

        assertThat(answer.get("total").intValue()).isEqualTo(3);
        assertThat(answer.get("page").intValue()).isEqualTo(1);
        assertThat(answer.get("size").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-1 | 503 | syncing | 94   | false | degraded",
                "a-2 | 503 | unknown | null | null  | down",
                "b-0 | 503 | unknown | null | null  | unknown",
            })
    void whoDoesNotKeepUpAnswers503(String id, int code, String status, String slot, String synced, String verdict) {
        HttpResponse<String> answer = gateway.get("/api/v1/nodes/" + id + "/health");
        JsonNode body = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(body.propertyNames()).containsExactly("status", "slot", "synced", "verdict", "asOf");
        assertThat(body.get("status").stringValue()).isEqualTo(status);
        assertThat(body.get("slot")).hasToString(slot);
        assertThat(body.get("synced")).hasToString(synced);
        assertThat(body.get("verdict").stringValue()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fleet",
                "nodes",
                "nodes/a-0",
                "nodes/a-0/health",
                "networks",
                "networks/alpha-1",
                "prometheus/targets"
            })
    void whoHasTheVersionIsToldThatNothingChanged(String path) {
        HttpResponse<String> first = gateway.get("/api/v1/" + path);
        String version = first.headers().firstValue("ETag").orElseThrow();

        assertThat(version).startsWith("W/\"").endsWith("-7\"");
        HttpResponse<String> second = gateway.get("/api/v1/" + path, "If-None-Match", version);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();

        TestGateway.show(TestFleet.judged(8, List.of()));
        assertThat(gateway.get("/api/v1/" + path, "If-None-Match", version).statusCode())
                .isEqualTo(200);
    }

    @Test
    void headIsGetWithoutBody() {
        HttpResponse<String> answer = gateway.send("HEAD", "/api/v1/nodes/a-0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(gateway.send("HEAD", "/api/v1/nodes/a-9").statusCode()).isEqualTo(404);
    }

    @Test
    void otherOriginsAreNotLetIn() {
        assertThat(gateway.get("/api/v1/fleet", "Origin", "http://elsewhere.example")
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void everyVerdictCanBeFilteredBy() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(gateway.get("/api/v1/nodes?verdict=" + verdict.label()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static JsonNode read(String path) {
        HttpResponse<String> answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode golden(String name) {
        try (InputStream file = Objects.requireNonNull(ApiTests.class.getResourceAsStream("/api/" + name), name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

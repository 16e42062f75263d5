package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.faults.FaultyServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The inventory changes while the gateway runs: what is new counts, and what did not change goes on as it was. */
@WholeGateway
@TestPropertySource(properties = "nodesonde.inventory-poll-interval=100ms")
class ReloadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String NETWORKS = """
            networks:
              - { name: eu, type: genlayer, interval: 1s }
            nodes:
            """;

    @TempDir
    static Path folder;

    private static MountedFile inventory;
    private static FaultyServer stays;
    private static FaultyServer changes;
    private static FaultyServer elsewhere;

    private final GatewayPorts gateway;

    ReloadIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startNodes() {
        stays = FaultyServer.start(WatchedKind.GENLAYER.well());
        changes = FaultyServer.start(WatchedKind.GENLAYER.well());
        elsewhere = FaultyServer.start(WatchedKind.GENLAYER.well().butAt("/health", WatchedKind.GENLAYER.unwell()));
        inventory = new MountedFile(folder, "nodesonde.yaml");
        inventory.write(twoNodes());
    }

    @AfterAll
    static void stopNodes() {
        stays.close();
        changes.close();
        elsewhere.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> inventory.path().toString());
    }

    @BeforeEach
    void watchTwoNodes() {
        inventory.write(twoNodes());
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ids()).containsExactly("changes", "stays");
            assertThat(state().at("/ok").booleanValue()).isTrue();
            assertThat(verdict("stays")).isEqualTo("up");
            assertThat(verdict("changes")).isEqualTo("up");
        });
    }

    @Test
    void removedNodeGoesWithItsEntryAndItsSeries() {
        inventory.write(NETWORKS + node("stays", stays, "a"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ids()).containsExactly("stays");
            assertThat(gateway.api("/api/v1/nodes/changes").statusCode()).isEqualTo(404);
            assertThat(gateway.seriesOf("changes")).isEmpty();
            assertThat(value("nodesonde_inventory_nodes")).contains(1.0);
        });
        assertThat(gateway.api("/").body()).doesNotContain(">changes<");
        assertThat(gateway.seriesOf("stays")).isNotEmpty();
    }

    @Test
    void addedNodeIsAskedAndShown() {
        inventory.write(twoNodes() + node("arrives", elsewhere, "b"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ids()).containsExactly("arrives", "changes", "stays");
            assertThat(verdict("arrives")).isEqualTo("down");
            assertThat(gateway.seriesOf("arrives"))
                    .extracting(Sample::name)
                    .contains("genlayer_health_up", "nodesonde_node_up", "go_goroutines");
        });
    }

    @Test
    void changedNodeIsJudgedByItsNewAddressAlone() {
        inventory.write(NETWORKS + node("stays", stays, "a") + node("changes", elsewhere, "b"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(verdict("changes")).isEqualTo("down");
            assertThat(gateway.seriesOf("changes"))
                    .filteredOn(sample -> sample.name().equals("genlayer_health_up"))
                    .singleElement()
                    .satisfies(sample -> {
                        assertThat(sample.value()).isZero();
                        assertThat(sample.labels().get("region")).contains("b");
                    });
        });
    }

    @Test
    void changedLabelLeavesNoSeriesUnderTheOldOne() {
        inventory.write(NETWORKS + node("stays", stays, "a") + node("changes", changes, "moved"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.seriesOf("changes"))
                        .filteredOn(sample -> sample.labels().get("region").isPresent())
                        .isNotEmpty()
                        .allMatch(sample -> sample.labels().get("region").equals(Optional.of("moved"))));
    }

    @Test
    void nodeThatDidNotChangeKeepsItsVerdictAndItsConnection() {
        String since = json("stays").at("/since").asString();
        int before = stays.questions();

        inventory.write(NETWORKS + node("stays", stays, "a"));
        await().atMost(PATIENCE).until(() -> ids().equals(List.of("stays")));
        inventory.write(twoNodes());
        await().atMost(PATIENCE).until(() -> ids().equals(List.of("changes", "stays")));
        await().atMost(PATIENCE).until(() -> stays.questions() >= before + 4);

        assertThat(json("stays").at("/since").asString()).isEqualTo(since);
        assertThat(stays.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nodes: [ | nodesonde.yaml:1:9 | mend this line
            ''       | nodesonde.yaml:1:1 | write nodes: [] if there are none
            """)
    void brokenFileLeavesTheLastGoodFleetAndIsTold(String text, String place, String remedy) {
        String loadedAt = state().at("/loadedAt").asString();
        int asked = stays.questions();

        inventory.write(text);

        await().atMost(PATIENCE).until(() -> !state().at("/ok").booleanValue());
        String problem = state().at("/problems/0").asString();
        assertThat(problem).startsWith(place).contains("found", "expected").contains(remedy);
        assertThat(state().at("/loadedAt").asString()).isEqualTo(loadedAt);
        assertThat(value("nodesonde_inventory_last_reload_successful")).contains(0.0);
        assertThat(gateway.api("/").body())
                .contains("The inventory file has problems", place)
                .contains(">changes<", ">stays<");
        assertThat(ids()).containsExactly("changes", "stays");
        await().atMost(PATIENCE).until(() -> stays.questions() >= asked + 4);
        assertThat(verdict("stays")).isEqualTo("up");
    }

    @Test
    void mendedFileIsInForceAgain() {
        inventory.write(twoNodes() + "  - id: Arrives\n");
        await().atMost(PATIENCE).until(() -> !state().at("/ok").booleanValue());
        assertThat(state().at("/problems").valueStream().map(JsonNode::asString))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("nodesonde.yaml:6:5 nodes[2]."));

        inventory.write(twoNodes() + node("arrives", elsewhere, "b"));

        await().atMost(PATIENCE).until(() -> state().at("/ok").booleanValue());
        assertThat(state().at("/problems")).isEmpty();
        await().atMost(PATIENCE).until(() -> ids().contains("arrives"));
        assertThat(value("nodesonde_inventory_last_reload_successful")).contains(1.0);
        assertThat(gateway.api("/").body()).doesNotContain("The inventory file has problems");
    }

    private static String twoNodes() {
        return NETWORKS + node("stays", stays, "a") + node("changes", changes, "a");
    }

    private static String node(String id, FaultyServer server, String region) {
        return "  - { id: %s, network: eu, url: \"%s\", labels: { region: %s } }\n"
                .formatted(id, server.url(""), region);
    }

    private List<String> ids() {
        return gateway.json("/api/v1/nodes")
                .at("/items")
                .valueStream()
                .map(node -> node.at("/id").asString())
                .toList();
    }

    private JsonNode json(String node) {
        return gateway.json("/api/v1/nodes/" + node);
    }

    private String verdict(String node) {
        return json(node).at("/verdict").asString();
    }

    private JsonNode state() {
        return gateway.json("/api/v1/fleet").at("/gateway/inventory");
    }

    private Optional<Double> value(String series) {
        return gateway.page().samples(series).stream().map(Sample::value).findFirst();
    }
}

package io.github.nodesonde.chain.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.gateway.GatewayPorts;
import io.github.nodesonde.gateway.WholeGateway;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.inventory.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A kind that the rest of the program has never heard of shows everywhere, by being one package of beans. */
@WholeGateway
class ThirdKindIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static FaultyServer beacon;

    private final GatewayPorts gateway;

    ThirdKindIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startBeacon() {
        beacon =
                FaultyServer.start(c -> c.reply(200, "{\"version\": \"1.2.0\", \"height\": 77, \"committee\": false}"));
    }

    @AfterAll
    static void stopBeacon() {
        beacon.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> write("inventory.yaml", 512));
    }

    @Test
    void findingAndTopicShowInTheApi() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = gateway.json("/api/v1/nodes/beacon-0");
            assertThat(node.at("/verdict").asString()).isEqualTo("degraded");
            assertThat(node.at("/findings/0/rule").asString()).isEqualTo("not-in-committee");
            assertThat(node.at("/software/version").asString()).isEqualTo("1.2.0");
            assertThat(node.at("/committeeMember").booleanValue()).isFalse();
        });
        JsonNode network = gateway.json("/api/v1/networks/lighthouse");
        assertThat(network.at("/committee/size").asInt()).isEqualTo(512);
        assertThat(network.at("/committee/present").asInt()).isZero();
    }

    @Test
    void readingAndNetworkSeriesShowInTheMetrics() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.metrics())
                        .contains("beacon_height{network=\"lighthouse\",node=\"beacon-0\"} 77")
                        .contains("nodesonde_network_committee_present{network=\"lighthouse\"} 0"));
    }

    @Test
    void causeShowsOnThePage() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.api("/").body())
                        .contains("beacon-0")
                        .contains("the node is not in the committee"));
    }

    @Test
    void verdictShowsInTheHealthOfTheFleet() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(GatewayPorts.json(gateway.management("/actuator/health"))
                                .at("/components/fleet/components/lighthouse/components/beacon-0/status")
                                .asString())
                        .isEqualTo("DEGRADED"));
    }

    @Test
    void itsKeysAreValidated(@Autowired List<NodeKind> kinds) {
        InventoryContents read = new InventoryReader(kinds).read(Path.of(write("broken.yaml", 100_000)));

        assertThat(read)
                .isInstanceOfSatisfying(
                        InventoryContents.Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .extracting(Problem::toString)
                                .asString()
                                .startsWith(
                                        "broken.yaml:5:5 networks[0].committee-size: found '100000', expected a whole number"));
    }

    private static String write(String name, int committeeSize) {
        URI base = beacon.url("");
        try {
            return Files.writeString(folder.resolve(name), """
                            networks:
                              - name: lighthouse
                                type: beacon
                                interval: 1s
                                committee-size: %d
                            nodes:
                              - id: beacon-0
                                network: lighthouse
                                url: %s
                            """.formatted(committeeSize, base))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

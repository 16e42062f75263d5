package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.FaultyServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes part and come together again, and the whole gateway tells it. */
@WholeGateway
class ForkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AtomicBoolean APART = new AtomicBoolean();

    @TempDir
    static Path folder;

    private static FaultyServer one;
    private static FaultyServer other;
    private static MountedFile inventory;

    private final GatewayPorts gateway;

    ForkIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startNodes() {
        one = FaultyServer.start(node(false));
        other = FaultyServer.start(node(true));
        inventory = new MountedFile(folder, "nodesonde.yaml");
        inventory.write("""
                networks:
                  - { name: devnet, type: lean, interval: 1s }
                nodes:
                  - { id: lean-0, network: devnet, url: "%s" }
                  - { id: lean-1, network: devnet, url: "%s" }
                """.formatted(one.url(""), other.url("")));
    }

    @AfterAll
    static void stopNodes() {
        one.close();
        other.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> inventory.path().toString());
    }

    @Test
    void forkIsTransientThenForkedThenHealed() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state())
                        .as(gateway.json("/api/v1/nodes/lean-0").at("/probes").toString())
                        .isEqualTo("none"));
        assertThat(network().at("/finality")).isEqualTo(JsonMapper.shared().readTree("""
                {"justifiedSlot": 12340, "finalizedSlot": 12340, "lagSlots": 5, "stalled": false, "since": null, "conflicts": []}
                """));

        APART.set(true);
        var states = new ArrayList<String>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            states.add(state());
            assertThat(states).last().isEqualTo("forked");
        });
        assertThat(states.stream().distinct()).containsExactly("none", "transient", "forked");

        JsonNode forks = network().at("/forks");
        assertThat(forks.propertyNames())
                .containsExactly("state", "since", "depthBlocks", "commonSlot", "commonRoot", "groups", "undecidable");
        assertThat(forks.at("/commonSlot").longValue()).isEqualTo(12342);
        assertThat(forks.at("/commonRoot").stringValue()).isEqualTo(root(12342, false));
        assertThat(forks.at("/depthBlocks").intValue()).isEqualTo(3);
        assertThat(forks.at("/groups").toString())
                .isEqualTo("[{\"headSlot\":12345,\"headRoot\":\"" + root(12345, false)
                        + "\",\"nodes\":[\"lean-0\"]},{\"headSlot\":12345,\"headRoot\":\"" + root(12345, true)
                        + "\",\"nodes\":[\"lean-1\"]}]");
        assertThat(network().at("/findings/0/rule").stringValue()).isEqualTo("fork");
        assertThat(network().at("/verdict").stringValue()).isEqualTo("degraded");
        assertThat(gateway.metrics())
                .contains(
                        "nodesonde_network_forked{network=\"devnet\"} 1",
                        "nodesonde_network_fork_groups{network=\"devnet\"} 2",
                        "nodesonde_network_fork_depth_blocks{network=\"devnet\"} 3",
                        "nodesonde_network_fork_undecidable_nodes{network=\"devnet\"} 0",
                        "nodesonde_network_finality_conflict{network=\"devnet\"} 0");

        APART.set(false);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(state()).isEqualTo("none");
            assertThat(network().at("/findings")).isEmpty();
            assertThat(network().at("/forks/since").isNull()).isTrue();
        });
    }

    private String state() {
        return network().at("/forks/state").stringValue("absent");
    }

    private JsonNode network() {
        return gateway.json("/api/v1/networks/devnet");
    }

    private static Answering node(boolean leaves) {
        return WatchedKind.LEAN.well().butAt("/lean/v0/fork_choice", c -> c.reply(200, tree(leaves && APART.get())));
    }

    /** Slots 12340 to 12345, the last three of them on a branch when apart. */
    private static String tree(boolean apart) {
        List<String> blocks = new ArrayList<>();
        for (int slot = 12340; slot <= 12345; slot++) {
            blocks.add("{\"root\":\"%s\",\"slot\":%d,\"parent_root\":\"%s\",\"proposer_index\":1,\"weight\":2}"
                    .formatted(root(slot, apart), slot, root(slot - 1, apart)));
        }
        String finalized = "{\"slot\":12340,\"root\":\"" + root(12340, false) + "\"}";
        return "{\"nodes\":[" + String.join(",", blocks) + "],\"head\":\"" + root(12345, apart) + "\",\"justified\":"
                + finalized + ",\"finalized\":" + finalized + ",\"safe_target\":\"" + root(12345, apart)
                + "\",\"validator_count\":9}";
    }

    private static String root(int slot, boolean apart) {
        return "0x%064x".formatted(slot + (apart && slot > 12342 ? 0x1_000_000 : 0));
    }
}

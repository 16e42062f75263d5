package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.chain.genlayer.rpc.ContractState;
import io.github.nodesonde.chain.genlayer.rpc.RpcServer;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What the chain tells of validators shows everywhere, though the nodes themselves are dead; and the other way round. */
@WholeGateway
class StakingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    private static RpcServer chain;
    private static RpcServer limited;
    private static Socket silent;
    private static FaultyServer alive;

    private final GatewayPorts gateway;

    StakingIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void start() throws IOException {
        var contract = new ContractState();
        contract.join(1);
        chain = new RpcServer(contract);
        limited = new RpcServer(contract);
        limited.answerAlways(429, "");
        silent = FaultyServer.takeSilentPort();
        alive = FaultyServer.start(WatchedKind.GENLAYER.well());
        Files.writeString(folder.resolve("fleet.yaml"), """
                networks:
                  - name: told
                    type: genlayer
                    staking: { rpc-url: '%1$s', contract: '0x%3$s' }
                  - name: limited
                    type: genlayer
                    staking: { rpc-url: '%2$s', contract: '0x%3$s' }
                nodes:
                  - { id: known, network: told, url: 'http://127.0.0.1:%4$d', validator: '0x0000000000000000000000000000000000000001' }
                  - { id: stranger, network: told, url: 'http://127.0.0.1:%4$d', validator: '0x0000000000000000000000000000000000000002' }
                  - { id: without, network: told, url: 'http://127.0.0.1:%4$d' }
                  - { id: unread, network: limited, url: 'http://127.0.0.1:%4$d', validator: '0x0000000000000000000000000000000000000001' }
                  - { id: alive, network: limited, url: '%5$s', validator: '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359' }
                """.formatted(
                chain.url(), limited.url(), ContractState.CONTRACT.digits(), silent.getLocalPort(), alive.url("")));
    }

    @AfterAll
    static void stop() throws IOException {
        chain.close();
        limited.close();
        silent.close();
        alive.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> folder.resolve("fleet.yaml").toString());
    }

    @Test
    void stakingShowsThoughTheNodeIsDead() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = gateway.json("/api/v1/nodes/known");
            assertThat(node.at("/staking/stakeGen").asString("")).isEqualTo("42000");
            assertThat(node.at("/findings/0/rule").asString("")).isEqualTo("unreachable");
        });
        JsonNode node = gateway.json("/api/v1/nodes/known");
        assertThat(node.at("/asOf").isNull()).isTrue();
        assertThat(node.at("/verdict").asString()).isEqualTo("down");
        assertThat(node.at("/staking/source").asString()).isEqualTo("rpc");
        assertThat(node.at("/staking/block").asLong()).isEqualTo(RpcServer.BLOCK);
        assertThat(node.at("/staking/asOf").asString()).endsWith("Z");
        assertThat(node.at("/staking/deposits").isArray()).isTrue();
        assertThat(node.at("/staking/bannedUntilEpoch").isNull()).isTrue();
        assertThat(node.at("/operator").asString()).isEqualTo("0x0000000000000000000000000000000000100001");
        assertThat(value("known", "genlayer_validator_stake_current")).contains(42_000.0);
        assertThat(value("known", "nodesonde_node_up")).contains(0.0);
    }

    @Test
    void addressesThatAreNoValidatorsHaveNoSeriesOfOne() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.json("/api/v1/nodes/stranger")
                                .at("/staking/source")
                                .asString(""))
                        .isEqualTo("rpc"));
        assertThat(gateway.json("/api/v1/nodes/stranger")
                        .at("/staking/stakeGen")
                        .isNull())
                .isTrue();
        assertThat(gateway.json("/api/v1/nodes/without").get("staking").isNull())
                .isTrue();
        assertThat(List.of("stranger", "without"))
                .allSatisfy(id -> assertThat(gateway.seriesOf(id))
                        .noneMatch(sample -> sample.name().startsWith("genlayer_")));
    }

    @Test
    void networkTellsItsEpochOnce() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.json("/api/v1/networks/told")
                                .at("/epoch/current")
                                .asInt(-1))
                        .isEqualTo(12));
        JsonNode network = gateway.json("/api/v1/networks/told");
        assertThat(network.at("/epoch/startedAt").asString()).isEqualTo("2026-01-02T18:32:50Z");
        assertThat(network.at("/epoch/overdue").asBoolean(false)).isTrue();
        assertThat(network.at("/findings/0/rule").asString()).isEqualTo("epoch-overdue");
        assertThat(network.at("/validators/watched").asInt(-1)).isEqualTo(1);
        assertThat(network.at("/validators/minStakeGen").asString()).isEqualTo("42000");
        assertThat(gateway.metrics()).contains("genlayer_epoch_current{network=\"told\"} 12");
    }

    @Test
    void failedRoundIsCountedAndTellsNothing() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.metrics())
                        .contains(
                                "nodesonde_probe_failures_total{network=\"limited\",node=\"unread\",probe=\"staking\","
                                        + "reason=\"refused\"} 1"));
        assertThat(gateway.json("/api/v1/nodes/unread").get("staking").isNull()).isTrue();
        assertThat(gateway.json("/api/v1/networks/limited").at("/epoch/current").isNull())
                .isTrue();
        assertThat(gateway.metrics()).noneMatch(line -> line.startsWith("genlayer_epoch_current{network=\"limited\""));
    }

    @Test
    void nodeTellsOfItselfThoughTheChainTellsNothing() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gateway.metrics())
                    .anyMatch(line ->
                            line.startsWith("nodesonde_probe_failures_total{network=\"limited\",node=\"alive\""));
            assertThat(value("alive", "genlayer_health_up")).contains(1.0);
        });
        JsonNode node = gateway.json("/api/v1/nodes/alive");
        assertThat(value("alive", "nodesonde_node_up")).contains(1.0);
        assertThat(value("alive", "genlayer_zksync_rpc_up")).contains(1.0);
        assertThat(node.at("/software/version").asString()).isEqualTo("v0.5.5");
        assertThat(node.at("/staking").isNull()).isTrue();
        assertThat(node.at("/findings")
                        .valueStream()
                        .map(finding -> finding.at("/rule").asString()))
                .containsExactly("probe-failing");
        assertThat(gateway.seriesOf("alive")).noneMatch(sample -> sample.name().startsWith("genlayer_validator_"));
    }

    @Test
    void probeOfOneNodeNeverStartsARound() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(value("known", "genlayer_validator_live")).contains(1.0));
        int before = chain.requestCount();

        assertThat(gateway.management("/probe?target=known").body()).contains("genlayer_validator_live");

        assertThat(chain.requestCount()).isEqualTo(before);
    }

    private Optional<Double> value(String node, String name) {
        return gateway.seriesOf(node).stream()
                .filter(sample -> sample.name().equals(name))
                .map(sample -> sample.value())
                .findFirst();
    }
}

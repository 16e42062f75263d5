package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.CliSettings;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakingReaderTests {

    private static final String CONTRACT = "0x4A4449E617F8D10FDeD0b461CadEf83939E821A5";
    private static final String NEEDED = "rpc-url: 'http://127.0.0.1:8545/', contract: '" + CONTRACT + "'";

    @TempDir
    private Path folder;

    @Test
    void withoutTheKeyNobodyIsAsked() throws IOException {
        assertThat(settings("").staking()).isEmpty();
        assertThat(settings("").urls()).isEmpty();
        assertThat(settings("").thresholds())
                .isEqualTo(new Thresholds(Duration.ofHours(6), BigDecimal.ONE, 20, 0.1, 0.85));
    }

    @Test
    void sourceNoneAsksNobody() throws IOException {
        assertThat(settings("staking: {source: none, " + NEEDED + "}").staking())
                .isEmpty();
    }

    @Test
    void endpointAndContractAreEnough() throws IOException {
        assertThat(settings("staking: {" + NEEDED + "}").staking())
                .contains(new StakingSettings(
                        StakingSettings.Source.RPC,
                        List.of(URI.create("http://127.0.0.1:8545")),
                        Address.parse(CONTRACT),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Periods.DEFAULT,
                        new CliSettings(List.of("genlayer"), Optional.empty(), Duration.ofSeconds(30), 2)));
    }

    @Test
    void everyKeyIsRead() throws IOException {
        GenLayerNetworkSettings settings = settings("""
                rules: {priming-due: 2h, balance-low-gen: 0.100000000000000001, blocks-behind: 5, disk-free-ratio: 0.2, open-fds-ratio: 1}
                    staking:
                      source: cli
                      rpc-url: ['http://127.0.0.1:1', 'https://127.0.0.1:2/key']
                      contract: '%s'
                      interval: 30s
                      timeout: 3s
                      activation-epochs: 1
                      unbonding-epochs: 14
                      cli: {command: [node, /opt/genlayer.js], network: testnet-bradbury, timeout: 20s, concurrency: 4}
                """.formatted(CONTRACT));

        assertThat(settings.thresholds())
                .isEqualTo(new Thresholds(Duration.ofHours(2), new BigDecimal("0.100000000000000001"), 5, 0.2, 1.0));
        assertThat(settings.urls())
                .containsExactlyInAnyOrder(URI.create("http://127.0.0.1:1"), URI.create("https://127.0.0.1:2/key"));
        assertThat(settings.staking())
                .contains(new StakingSettings(
                        StakingSettings.Source.CLI,
                        List.of(URI.create("http://127.0.0.1:1"), URI.create("https://127.0.0.1:2/key")),
                        Address.parse(CONTRACT),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(3),
                        new Periods(1, 14),
                        new CliSettings(
                                List.of("node", "/opt/genlayer.js"),
                                Optional.of("testnet-bradbury"),
                                Duration.ofSeconds(20),
                                4)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {source: rpc} | rpc-url, contract
            {source: graphql, %1$s} | source
            {source: cli} | network
            {%1$s, cli: {network: --rpc}} | network
            {%1$s, cli: {command: []}} | command
            {%1$s, cli: {concurrency: 0, timeout: 1ms}} | concurrency, timeout
            {rpc-url: 'ftp://127.0.0.1', contract: '0x4A4449E617F8D10FDeD0b461CadEf83939E821A5'} | rpc-url
            {rpc-url: 'http://user:key@127.0.0.1', contract: '0x4A4449E617F8D10FDeD0b461CadEf83939E821A5'} | rpc-url
            {rpc-url: 'http://127.0.0.1', contract: '0x4a4449E617F8D10FDeD0b461CadEf83939E821A5'} | contract
            {rpc-url: 'http://127.0.0.1', contract: '0x4A44'} | contract
            {%1$s, interval: 1s, unbonding-epochs: -1} | interval, unbonding-epochs
            {%1$s, contrakt: x} | contrakt
            """)
    void mistakesAreTold(String staking, String keys) throws IOException {
        InventoryContents read = read("staking: " + staking.formatted(NEEDED));

        assertThat(read)
                .isInstanceOfSatisfying(
                        InventoryContents.Broken.class,
                        broken -> assertThat(broken.problems())
                                .extracting(Problem::path)
                                .allSatisfy(path -> assertThat(keys.split(", ")).anyMatch(path::endsWith))
                                .hasSize(keys.split(", ").length));
    }

    @Test
    void mistakesOfAnEndpointQuoteNothingOfIt() throws IOException {
        assertThat(read("staking: {rpc-url: 'http://user:key@127.0.0.1', contract: '" + CONTRACT + "'}"))
                .asString()
                .doesNotContain("user:key");
    }

    private GenLayerNetworkSettings settings(String keys) throws IOException {
        return switch (read(keys)) {
            case InventoryContents.Valid(var fleet) ->
                (GenLayerNetworkSettings)
                        Objects.requireNonNull(fleet.networks().get("bradbury")).settings();
            case InventoryContents.Broken(var problems) -> throw new AssertionError(problems);
        };
    }

    private InventoryContents read(String keys) throws IOException {
        Path file = folder.resolve("nodesonde.yaml");
        Files.writeString(file, "networks:\n  - name: bradbury\n    type: genlayer\n    " + keys + "\nnodes: []\n");
        return new InventoryReader(List.of(new GenLayerKind())).read(file);
    }
}

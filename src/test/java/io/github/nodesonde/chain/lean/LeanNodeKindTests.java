package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.forkchoice.ForkLimits;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings;
import io.github.nodesonde.chain.lean.network.LeanNetworkSettings.HeadLimits;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeanNodeKindTests {

    private final LeanNodeKind kind = new LeanNodeKind(Scene.CLIENTS);

    @TempDir
    private Path folder;

    @Test
    void networkWithoutKeysHasFourSecondsASlotAndNoGenesis() throws IOException {
        Fleet fleet = valid("", "url: http://127.0.0.1:8008");

        assertThat(settings(fleet))
                .isEqualTo(new LeanNetworkSettings(
                        Optional.empty(),
                        Duration.ofSeconds(4),
                        Optional.empty(),
                        HeadLimits.DEFAULT,
                        ForkLimits.DEFAULT));
        assertThat(node(fleet).interval()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void everyKeyOfANetworkIsRead() throws IOException {
        Fleet fleet = valid(
                "genesis-time: 1767225600\n    seconds-per-slot: 12\n    slots-per-epoch: 32\n"
                        + "    rules: { lag-slots: 6, lag-clear-slots: 3, chain-stall-slots: 10, down-after: 3 }",
                "url: http://127.0.0.1:8008");

        assertThat(settings(fleet))
                .isEqualTo(new LeanNetworkSettings(
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Duration.ofSeconds(12),
                        Optional.of(32L),
                        new HeadLimits(6, 3, 10),
                        ForkLimits.DEFAULT));
        assertThat(node(fleet).interval()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void oneUrlIsTheAddressOfBoth() throws IOException {
        LeanNodeSettings node = (LeanNodeSettings)
                node(valid("", "url: http://127.0.0.1:8008/")).settings();

        assertThat(node)
                .isEqualTo(new LeanNodeSettings(
                        URI.create("http://127.0.0.1:8008"), URI.create("http://127.0.0.1:8008"), Optional.empty()));
        assertThat(node.urls()).containsExactly(URI.create("http://127.0.0.1:8008"));
    }

    @Test
    void apiAndMetricsMayHaveAddressesOfTheirOwn() throws IOException {
        Node node = node(valid(
                "", "api: http://127.0.0.1:9667\n    metrics: http://127.0.0.1:9668\n    skip: [health, metrics]"));

        assertThat(node.settings())
                .isEqualTo(new LeanNodeSettings(
                        URI.create("http://127.0.0.1:9667"), URI.create("http://127.0.0.1:9668"), Optional.empty()));
        assertThat(node.skip()).containsExactlyInAnyOrder("health", "metrics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leanspec-issue", "leanspec", "zeam", "ream", "qlean", "ethlambda", "gean"})
    void clientMayBeNamed(String client) throws IOException {
        assertThat(((LeanNodeSettings) node(valid("", "url: http://127.0.0.1:1\n    client: " + client))
                                .settings())
                        .client())
                .contains(client);
    }

    @Test
    void clientAutoIsDetected() throws IOException {
        assertThat(((LeanNodeSettings) node(valid("", "url: http://127.0.0.1:1\n    client: auto"))
                                .settings())
                        .client())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            url: http://127.0.0.1:1\\n    api: http://127.0.0.1:2           | expected either url, or api and metrics: remove the one or the others
            url: http://127.0.0.1:1\\n    metrics: http://127.0.0.1:2       | expected either url, or api and metrics: remove the one or the others
            labels: {}                                                      | expected a base URL: add url:, or api: and metrics: where the two differ
            api: http://127.0.0.1:2                                         | expected a base URL: add metrics:, or put url: in place of both
            metrics: http://127.0.0.1:2                                     | expected a base URL: add api:, or put url: in place of both
            """)
    void addressThatContradictsItselfOrIsNotWholeIsOneProblem(String keys, String told) throws IOException {
        assertThat(problems("", keys.replace("\\n", "\n")))
                .singleElement()
                .asString()
                .endsWith(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: ftp://127.0.0.1:1",
                "url: [http://127.0.0.1:1]",
                "url: http://127.0.0.1:1\n    client: lantern",
                "url: http://127.0.0.1:1\n    skip: [balance]",
                "url: http://127.0.0.1:1\n    validator: 1"
            })
    void nodeKeyThatDoesNotFitIsOneProblem(String keys) throws IOException {
        assertThat(problems("", keys)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genesis-time: -1",
                "genesis-time: 1767225600000",
                "genesis-time: tomorrow",
                "seconds-per-slot: 0",
                "seconds-per-slot: 0.8",
                "slots-per-epoch: 0",
                "rules: { lag-slots: 0 }",
                "rules: { chain-stall-slots: -1 }",
                "rules: { lagslots: 3 }",
                "slots-per-epok: 32"
            })
    void networkKeyThatDoesNotFitIsOneProblem(String keys) throws IOException {
        assertThat(problems(keys, "url: http://127.0.0.1:1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: { lag-slots: 3, lag-clear-slots: 4 } | expected at most lag-slots, 3: lower it
            rules: { lag-slots: 1 }                     | expected at least lag-clear-slots, 2: set both
            """)
    void lagThatClearsAboveWhereItBeginsIsAProblem(String keys, String told) throws IOException {
        assertThat(problems(keys, "url: http://127.0.0.1:1"))
                .singleElement()
                .asString()
                .endsWith(told);
    }

    @Test
    void probesAreNamedInTheOrderTheyAreAsked() {
        assertThat(kind.probes()).containsExactly("health", "metrics", "fork-choice", "syncing", "genesis");
        assertThat(new LeanHealthProbe(Scene.CLIENTS).name()).isEqualTo("health");
        assertThat(new LeanMetricsProbe(Scene.CLIENTS).name()).isEqualTo("metrics");
    }

    private Fleet valid(String networkKeys, String nodeKeys) throws IOException {
        InventoryContents contents = read(networkKeys, nodeKeys);
        assertThat(contents).isInstanceOf(InventoryContents.Valid.class);
        return ((InventoryContents.Valid) contents).fleet();
    }

    private List<?> problems(String networkKeys, String nodeKeys) throws IOException {
        InventoryContents contents = read(networkKeys, nodeKeys);
        assertThat(contents).isInstanceOf(InventoryContents.Broken.class);
        return ((InventoryContents.Broken) contents).problems();
    }

    private InventoryContents read(String networkKeys, String nodeKeys) throws IOException {
        Path file = Files.writeString(folder.resolve("nodesonde.yaml"), """
                networks:
                  - name: devnet
                    type: lean
                    %s
                nodes:
                  - id: lean-0
                    type: lean
                    network: devnet
                    %s
                """.formatted(networkKeys, nodeKeys));
        return new InventoryReader(List.of(kind)).read(file);
    }

    private static LeanNetworkSettings settings(Fleet fleet) {
        return (LeanNetworkSettings)
                Objects.requireNonNull(fleet.networks().get("devnet")).settings();
    }

    private static Node node(Fleet fleet) {
        return fleet.nodesOf("devnet").getFirst();
    }
}

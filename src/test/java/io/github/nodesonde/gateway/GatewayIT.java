package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** What the gateway shows of the demo fleet, in every place, while the fleet as a whole counts as down. */
@WholeGateway
@TestPropertySource(properties = {"nodesonde.demo=true", "nodesonde.health.fleet.down-when=any"})
class GatewayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    private static final List<String> SUMMARY = List.of(
            "id",
            "type",
            "network",
            "labels",
            "verdict",
            "since",
            "asOf",
            "ageSeconds",
            "software",
            "progress",
            "findings");

    private final GatewayPorts gateway;

    GatewayIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    /** Until the two lost nodes were asked often enough to count as down. */
    @BeforeEach
    void waitUntilTheFleetIsDown() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(gateway.json("/api/v1/fleet").at("/verdict").asString()).isEqualTo("down");
            assertThat(gateway.json("/api/v1/nodes?verdict=down").at("/total").asInt())
                    .isEqualTo(2);
        });
    }

    @Test
    void everyVerdictButMaintenanceOccurs() {
        var seen = new TreeSet<String>();

        await().atMost(PATIENCE).untilAsserted(() -> {
            nodes().forEach(node -> seen.add(node.at("/verdict").asString()));
            assertThat(seen).containsExactly("degraded", "down", "unknown", "up");
        });
    }

    @Test
    void healthTellsWhetherTheNetworksWithSlotsAreSynced() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> response = gateway.management("/health");
            JsonNode health = GatewayPorts.json(response);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(health.propertyNames()).containsExactly("status", "slot", "synced");
            assertThat(health.at("/status").asString()).isEqualTo("ok");
            assertThat(health.at("/slot").isIntegralNumber()).isTrue();
            assertThat(health.at("/synced").booleanValue()).isTrue();
        });
    }

    @Test
    void healthOfANodeThatNeverToldIsUnknown() {
        HttpResponse<String> response = gateway.management("/health?node=lean-6");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(GatewayPorts.json(response).toString())
                .isEqualTo("{\"status\":\"unknown\",\"slot\":null,\"synced\":null}");
    }

    @Test
    void actuatorHealthTellsOfEveryNodeUnderItsNetwork() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> response = gateway.management("/actuator/health");
            JsonNode fleet = GatewayPorts.json(response).at("/components/fleet");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(fleet.at("/status").asString()).isEqualTo("DOWN");
            assertThat(nodes())
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(fleet.at("/components/%s/components/%s/status"
                                            .formatted(
                                                    node.at("/network").asString(),
                                                    node.at("/id").asString()))
                                    .asString())
                            .isEqualToIgnoringCase(node.at("/verdict").asString()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/-/healthy", "/-/ready"})
    void gatewayIsWellWhileItsFleetIsDown(String path) {
        assertThat(gateway.management(path).statusCode()).isEqualTo(200);
    }

    @Test
    void bothMetricsPathsPrintTheSameFamilies() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(declarations("/metrics"))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(declarations("/actuator/prometheus")));
    }

    @Test
    void metricsComeInTheFormatThatIsAskedFor() throws Exception {
        HttpResponse<byte[]> response =
                gateway.managementBytes("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
        String type = response.headers().firstValue("Content-Type").orElse("");

        assertThat(type).startsWith("application/openmetrics-text;version=1.0.0");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).endsWith("# EOF\n");
        assertThat(PageReader.read(new ByteArrayInputStream(response.body()), type)
                        .dropped())
                .isZero();
        assertThat(gateway.management("/metrics", "Accept", "text/plain")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValueSatisfying(plain -> assertThat(plain).startsWith("text/plain;version=0.0.4"));
    }

    @Test
    void metricsAreCompressedOnRequest() throws Exception {
        HttpResponse<byte[]> response = gateway.managementBytes("/metrics", "Accept-Encoding", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("# TYPE nodesonde_node_up gauge");
        }
    }

    @Test
    void promtoolMindsNothingButNamesThatNodesChose(@Autowired Collection<SignalSource> sources, @TempDir Path folder)
            throws Exception {
        assumeThat(PROMTOOL).isExecutable();
        Path text = Files.write(
                folder.resolve("metrics"), gateway.managementBytes("/metrics").body());
        Path told = folder.resolve("told");

        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "check", "metrics")
                .redirectInput(text.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        assertThat(promtool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        List<String> ours = sources.stream()
                .flatMap(source -> source.signals().stream())
                .map(Signal::name)
                .toList();
        Page page = gateway.page();
        assertThat(Files.readAllLines(told)).allSatisfy(complaint -> {
            String family = complaint.substring(0, Math.max(0, complaint.indexOf(' ')));
            assertThat(ours).doesNotContain(family);
            assertThat(page.families()).containsKey(family);
            assertThat(page.families().get(family).samples())
                    .isNotEmpty()
                    .allMatch(sample -> sample.labels().get("node").isPresent());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genlayer_health_up",
                "genlayer_validating_up",
                "genlayer_zksync_rpc_up",
                "genlayer_zksync_ws_up",
                "genlayer_node_version_info",
                "genlayer_genvm_version_info",
                "genlayer_protocol_version_info",
                "genlayer_genvm_module_state",
                "genlayer_operator_balance_gen",
                "leanspec_slot_current",
                "leanspec_epoch_current",
                "leanspec_peers_connected",
                "leanspec_blocks_imported_total",
                "leanspec_attestations_processed_total",
                "leanspec_sync_distance",
                "leanspec_process_start_time_seconds"
            })
    void seriesThatOperatorsAskedForIsThere(String name) {
        assertThat(gateway.page().samples(name)).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.labels().get("node")).isPresent();
            assertThat(sample.labels().get("network")).isPresent();
        });
    }

    @Test
    void everySeriesOfANodesOwnPageKeepsItsNameAndType() throws Exception {
        Page shown = gateway.page();
        try (InputStream recorded =
                Objects.requireNonNull(GatewayIT.class.getResourceAsStream("/exposition/genlayer-seed-metrics.prom"))) {
            assertThat(PageReader.read(recorded, "").families().values())
                    .isNotEmpty()
                    .allSatisfy(family -> {
                        assertThat(shown.families()).containsKey(family.name());
                        assertThat(shown.families().get(family.name()).type()).isEqualTo(family.type());
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/fleet                        | asOf verdict policy nodes findings gateway networks
            /api/v1/nodes                        | items page size total
            /api/v1/nodes/lean-0/health          | status slot synced verdict asOf
            /api/v1/nodes/validator-eu-1/health  | status slot synced verdict asOf
            /api/v1/networks                     | items
            """)
    void resourceHasTheFieldsOfTheContract(String path, String fields) {
        assertThat(gateway.json(path).propertyNames()).containsExactly(fields.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lean-3", "zeam-0", "ream-0"})
    void nodeThatHasNoHealthOfItsOwnIsReadyWhenItsHeadIs(String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                gateway.management("/health?node=" + id).statusCode())
                        .isEqualTo(200));

        assertThat(gateway.management("/health?node=" + id).body()).contains("\"status\":\"ok\"", "\"synced\":true");
        assertThat(gateway.json("/api/v1/nodes/" + id + "/health").at("/status").asString())
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lean-0         | client clientSource
            lean-6         | client clientSource
            validator-eu-1 | validator operator staking
            validator-sa-1 | validator operator staking
            """)
    void nodeHasTheFieldsOfTheContractAndThoseOfItsKind(String id, String ofKind) {
        assertThat(gateway.json("/api/v1/nodes/" + id).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(SUMMARY.stream(), Stream.of(ofKind.split(" ")), Stream.of("probes", "readings"))
                                .flatMap(names -> names)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bradbury-demo | epoch validators                                            | ''
            devnet-demo   | clock head finality forks quorum aggregators peers genesis  | head peers
            """)
    void networkHasTheFieldsOfTheContractAndTopicsOfItsKind(String name, String topics, String already) {
        List<String> common = List.of("name", "type", "asOf", "verdict", "nodes", "progress", "findings", "versions");

        List<String> fields =
                List.copyOf(gateway.json("/api/v1/networks/" + name).propertyNames());

        assertThat(fields).startsWith(common.toArray(String[]::new));
        assertThat(fields.subList(common.size(), fields.size()))
                .isSubsetOf(topics.split(" "))
                .containsAll(already.isEmpty() ? List.of() : List.of(already.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            validator-eu-1 | ''
            validator-us-1 | ''
            validator-eu-2 | balance-low needs-priming
            validator-us-2 | genvm-module not-in-active-set quarantined
            validator-ap-2 | fd-exhaustion
            """)
    void stakingFindingsOfTheDemoAreThoseItMeans(String id, String rules) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = gateway.json("/api/v1/nodes/" + id);
            assertThat(node.at("/staking/source").asString("")).isEqualTo("rpc");
            assertThat(node.at("/findings")
                            .valueStream()
                            .map(finding -> finding.at("/rule").asString()))
                    .containsExactlyElementsOf(rules.isEmpty() ? List.of() : List.of(rules.split(" ")));
        });
    }

    @Test
    void demoCountsDownToTheNextEpoch() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode network = gateway.json("/api/v1/networks/bradbury-demo");
            assertThat(network.at("/epoch/current").asInt()).isEqualTo(12);
            assertThat(network.at("/epoch/secondsUntilNext").asInt()).isBetween(51_000, 52_200);
            assertThat(network.at("/validators").toString())
                    .isEqualTo("{\"watched\":8,\"active\":9,\"quarantined\":1,\"banned\":1,\"minStakeGen\":\"42000\"}");
        });
    }

    @Test
    void itemsOfListsHaveTheFieldsOfTheContract() {
        assertThat(nodes())
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.propertyNames()).containsExactlyElementsOf(SUMMARY));
        assertThat(gateway.json("/api/v1/networks").at("/items").valueStream())
                .hasSize(2)
                .allSatisfy(network -> assertThat(network.propertyNames())
                        .containsExactly("name", "type", "verdict", "nodes", "progress"));
    }

    @Test
    void everyNodeIsATargetOfPrometheus() {
        assertThat(gateway.json("/api/v1/prometheus/targets").valueStream()).allSatisfy(group -> {
            assertThat(group.propertyNames()).containsExactly("targets", "labels");
            assertThat(group.at("/targets/0").asString()).isEqualTo("127.0.0.1:" + gateway.managementPort());
            assertThat(gateway.management(group.at("/labels/__metrics_path__").asString()
                                    + "?target="
                                    + group.at("/labels/__param_target").asString())
                            .body())
                    .contains("nodesonde_node_up");
        });
    }

    @Test
    void pageShowsEveryNodeAndItsCause() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<JsonNode> nodes = nodes();
            String page = gateway.api("/").body();
            assertThat(nodes).hasSizeGreaterThanOrEqualTo(8).allSatisfy(node -> {
                assertThat(page).contains(">" + node.at("/id").asString() + "<");
                assertThat(node.at("/findings").valueStream())
                        .allSatisfy(finding -> assertThat(page)
                                .contains(HtmlUtils.htmlEscape(
                                        finding.at("/because").asString())));
            });
        });
    }

    private List<JsonNode> nodes() {
        return gateway.json("/api/v1/nodes?size=500").at("/items").valueStream().toList();
    }

    private List<String> declarations(String path) throws IOException {
        return gateway.management(path)
                .body()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .toList();
    }
}

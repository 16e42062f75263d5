package io.github.nodesonde.demo.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNetwork;
import io.github.nodesonde.demo.SimulatedNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GenLayerDemoTests {

    private static final Instant STARTED_AT = Instant.parse("2026-01-02T18:00:00Z");
    private static final Instant NOW = STARTED_AT.plus(Duration.ofMinutes(5));

    private final SimulatedNetwork network =
            new GenLayerDemo().networks(STARTED_AT).getFirst();
    private final Map<String, SimulatedNode> nodes =
            network.nodes().stream().collect(Collectors.toMap(SimulatedNode::id, Function.identity()));

    @Test
    void networkIsOfTheKind() {
        assertThat(network.name()).isEqualTo("bradbury-demo");
        assertThat(network.type()).isEqualTo("genlayer");
    }

    @Test
    void nodeIsListedWithUrlValidatorAndLabels() {
        assertThat(node("validator-eu-1").keys(URI.create("http://127.0.0.1:1")))
                .isEqualTo("""
                url: http://127.0.0.1:1
                validator: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
                labels: { region: eu, team: acme }
                """);
    }

    @Test
    void oldNodeAnswersLikeTheRecordedOne() throws Exception {
        JsonNode health = json(node("validator-eu-1").answer("/health", NOW), 200);
        JsonNode recorded = JsonMapper.shared().readTree(recorded("health-0.4.2.json"));

        assertThat(health.propertyNames()).containsExactlyElementsOf(recorded.propertyNames());
        assertThat(health.path("node_version")).isEqualTo(recorded.path("node_version"));
        assertThat(health.path("checks").propertyNames())
                .containsExactlyElementsOf(recorded.path("checks").propertyNames());
    }

    @Test
    void oldNodePrintsEverySeriesOfTheRecordedOneWithItsType() throws Exception {
        String page = node("validator-eu-1").answer("/metrics", NOW).body();
        String recorded = recorded("metrics-0.4.2.prom");

        assertThat(types(page)).isEqualTo(types(recorded));
        assertThat(values(page)).containsOnlyKeys(values(recorded).keySet());
    }

    @Test
    void countersGrowWithTimeAndTheStartStays() {
        Map<String, Double> before = values(metrics("validator-eu-1", NOW));
        Map<String, Double> after = values(metrics("validator-eu-1", NOW.plusSeconds(60)));

        types(metrics("validator-eu-1", NOW)).forEach((name, type) -> {
            if (type.equals("counter") && before.containsKey(name)) {
                assertThat(after.get(name)).as(name).isGreaterThan(before.get(name));
            }
        });
        assertThat(after.get("process_start_time_seconds")).isEqualTo(before.get("process_start_time_seconds"));
        assertThat(after.get("go_memstats_last_gc_time_seconds"))
                .isBetween(
                        NOW.minusSeconds(30).getEpochSecond() * 1.0,
                        NOW.plusSeconds(60).getEpochSecond() * 1.0);
    }

    @Test
    void answerIsAFunctionOfPathAndTime() {
        nodes.values()
                .forEach(node -> assertThat(node.answer("/metrics", NOW)).isEqualTo(node.answer("/metrics", NOW)));
    }

    @Test
    void currentNodePrintsItsOwnGaugesToo() throws Exception {
        String page = metrics("validator-us-1", NOW);

        assertThat(json(node("validator-us-1").answer("/health", NOW), 200)
                        .path("checks")
                        .propertyNames())
                .containsExactly("validating", "zksync-connectivity");
        assertThat(types(page))
                .containsAllEntriesOf(types(recorded("metrics-0.5.5.prom")))
                .containsEntry("genlayer_node_transactions_activated_total", "gauge")
                .containsEntry("genlayer_node_network_rx_bytes_total", "counter");
        assertThat(page)
                .contains(
                        "genlayer_node_synced{network=\"bradbury-phase1\",node=\"0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359\"} 1\n",
                        "go_info{version=\"go1.23.12\",network=\"bradbury-phase1\"} 1\n");
    }

    @Test
    void syncingNodeIsDownForThatReasonAloneHoweverLongTheDemoRuns() {
        for (int minutes = 0; minutes < 60; minutes++) {
            Instant now = STARTED_AT.plus(Duration.ofMinutes(minutes));
            JsonNode health = json(node("validator-ap-1").answer("/health", now), 503);

            assertThat(health.path("status").stringValue()).isEqualTo("down");
            assertThat(health.at("/checks/validating/error").stringValue()).isEqualTo("node is not synced");
            assertThat(health.at("/checks/zksync-connectivity/status").stringValue())
                    .isEqualTo("up");
            assertThat(metrics("validator-ap-1", now)).containsPattern("genlayer_node_synced\\{[^}]*} 0\n");
        }
    }

    @Test
    void syncingNodeCatchesUp() {
        assertThat(behind(STARTED_AT.plusSeconds(60))).isEqualTo(behind(STARTED_AT) - 240);
    }

    @Test
    void lostNodeDoesNotListen() {
        assertThat(node("validator-sa-1").listens()).isFalse();
        assertThat(nodes.values().stream().filter(SimulatedNode::listens)).hasSize(7);
    }

    @Test
    void misaddressedNodeAnswersEverythingWithAPageForPeople() {
        assertThat(node("validator-af-1").answer("/health", NOW))
                .isEqualTo(node("validator-af-1").answer("/metrics", NOW))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.body()).startsWith("<!doctype html>");
                });
    }

    @Test
    void otherPathsAreNotFound() {
        assertThat(node("validator-eu-1").answer("/", NOW)).isEqualTo(SimulatedAnswer.notFound());
        assertThat(node("validator-us-1").answer("/nothing", NOW)).isEqualTo(SimulatedAnswer.notFound());
    }

    @Test
    void oneValidatorIsShortOfFileDescriptorsHoweverLongTheDemoRuns() {
        for (int minutes = 0; minutes < 60; minutes++) {
            Map<String, Double> values =
                    values(metrics("validator-ap-2", STARTED_AT.plus(Duration.ofMinutes(minutes))));

            assertThat(value(values, "process_open_fds") / value(values, "process_max_fds"))
                    .isBetween(0.9, 1.0);
        }
    }

    @Test
    void walletIsToldInThreeWaysAndNeverChanges() {
        assertThat(node("validator-eu-1").answer("/balance", NOW).body().strip())
                .isEqualTo(
                        "{\"balance_hex\":\"0x874ef557a00f0001\",\"balance_wei\":\"9750000000000000001\",\"balance_gen\":\"9.750\"}");
        assertThat(json(node("validator-eu-2").answer("/balance", NOW), 200)
                        .path("balance_gen")
                        .stringValue())
                .isEqualTo("0.031");
        assertThat(new Wallet(BigInteger.ZERO).answer().body()).contains("\"balance_hex\":\"0x\"");
    }

    @Test
    void nodeWhoseLanguageModelFailsStaysUp() {
        JsonNode health = json(node("validator-us-2").answer("/health", NOW), 200);

        assertThat(health.path("status").stringValue()).isEqualTo("up");
        assertThat(health.at("/genvm_modules/llm/state").stringValue()).isEqualTo("degraded");
        assertThat(health.at("/genvm_modules/llm/detail").stringValue()).isEqualTo("provider answers 429");
    }

    @Test
    void networkHasAChainWhoseContractKnowsEveryValidator() {
        assertThat(network.services())
                .hasSize(1)
                .allSatisfy(chain ->
                        assertThat(chain.keys(URI.create("http://127.0.0.1:1"))).isEqualTo("""
                        staking:
                          source: rpc
                          rpc-url: http://127.0.0.1:1
                          contract: "0x00000000000000000000000000000000000000c0"
                          interval: 15s
                        """));
        Ledger ledger = new DemoChain(STARTED_AT)
                .at(new DemoChain(STARTED_AT).head(NOW))
                .orElseThrow();
        assertThat(List.of(
                        GenLayerDemo.EU_1,
                        GenLayerDemo.US_1,
                        GenLayerDemo.AP_1,
                        GenLayerDemo.SA_1,
                        GenLayerDemo.AF_1,
                        GenLayerDemo.EU_2,
                        GenLayerDemo.US_2,
                        GenLayerDemo.AP_2))
                .allSatisfy(address -> assertThat(ledger.validator(address)).isPresent());
    }

    private static double value(Map<String, Double> values, String series) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(series))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private SimulatedNode node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    private String metrics(String id, Instant now) {
        return node(id).answer("/metrics", now).body();
    }

    private double behind(Instant now) {
        return values(metrics("validator-ap-1", now)).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("genlayer_node_blocks_behind"))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(SimulatedAnswer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String recorded(String name) throws Exception {
        try (var file = GenLayerDemoTests.class.getResourceAsStream("/genlayer/" + name)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> types(String page) {
        return page.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[2], words -> words[3]));
    }

    private static Map<String, Double> values(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(
                                line.substring(line.lastIndexOf(' ') + 1).replace("+Inf", "Infinity")),
                        (left, _) -> left,
                        TreeMap::new));
    }
}

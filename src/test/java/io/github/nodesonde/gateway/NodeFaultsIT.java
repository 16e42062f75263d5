package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Whatever a node does instead of answering shows as what it is, on that node alone, while the others are asked on time. */
@WholeGateway
class NodeFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int FURTHER_ROUNDS = 3;
    private static final int MIB = 1024 * 1024;
    /** Of 256 MiB; several nodes at once send 200 MiB each, again and again. */
    private static final int MOST_HEAP = 224 * MIB;

    @TempDir
    static Path folder;

    private static AilingFleet fleet;
    private static HeldHeap heap;

    private final GatewayPorts gateway;

    NodeFaultsIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startNodes() throws IOException {
        heap = new HeldHeap();
        fleet = new AilingFleet();
        Files.writeString(folder.resolve("fleet.yaml"), fleet.inventory());
    }

    @AfterAll
    static void stopNodes() {
        fleet.close();
        heap.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> folder.resolve("fleet.yaml").toString());
    }

    static Stream<Arguments> everyAilment() {
        return Arrays.stream(WatchedKind.values())
                .flatMap(kind -> Arrays.stream(Ailment.values()).map(ailment -> Arguments.of(kind, ailment)));
    }

    static Stream<Arguments> everyAilmentOfAnswers() {
        return everyAilment().filter(row -> row.get()[1] != Ailment.REFUSES);
    }

    @ParameterizedTest
    @MethodSource("everyAilment")
    void nodeThatIsIllAllOverIsDownForThatReason(WatchedKind kind, Ailment ailment) {
        String id = AilingFleet.ill(kind, ailment);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = node(id);
            assertThat(probes(node))
                    .containsExactly(
                            "health failed %s: %s".formatted(ailment.reason(), ailment.detailOfHealth()),
                            "metrics failed %s: %s".formatted(ailment.reason(), ailment.detailOfMetrics()));
            assertThat(verdict(node)).isEqualTo("down");
            assertThat(findings(node))
                    .containsExactly("unreachable down: %s: %s".formatted(ailment.reason(), ailment.detailOfHealth()));
            assertThat(node.at("/asOf").isNull()).isTrue();
            assertThat(node.at("/readings")).isEmpty();
        });
        List<Sample> series = gateway.seriesOf(id);
        assertThat(series).extracting(Sample::name).allMatch(name -> name.startsWith("nodesonde_"));
        assertThat(value(series, "nodesonde_node_up")).contains(0.0);
        assertThat(failures(series)).contains("health " + ailment.reason(), "metrics " + ailment.reason());
        assertThat(value(series, "nodesonde_probe_last_success_timestamp_seconds"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyAilmentOfAnswers")
    void nodeThatIsIllInOnePlaceIsDegradedForThatReason(WatchedKind kind, Ailment ailment) {
        String id = AilingFleet.halfIll(kind, ailment);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = node(id);
            String failure = "%s: %s".formatted(ailment.reason(), ailment.detailOfMetrics());
            assertThat(probes(node)).containsExactly("health answered", "metrics failed " + failure);
            assertThat(verdict(node)).isEqualTo("degraded");
            assertThat(findings(node)).containsExactly("probe-failing degraded: metrics " + failure);
        });
        List<Sample> series = gateway.seriesOf(id);
        assertThat(value(series, "nodesonde_node_up")).contains(1.0);
        assertThat(value(series, kind.flagOfHealth())).contains(1.0);
        assertThat(value(series, kind.seriesOfPage())).isEmpty();
        assertThat(failures(series)).contains("metrics " + ailment.reason());
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatClosesAfterEachAnswerStaysUp(WatchedKind kind) {
        String id = AilingFleet.closing(kind);
        FaultyServer server = fleet.server(id);

        await().atMost(PATIENCE).until(() -> server.questions() >= 2 * FURTHER_ROUNDS);

        await().atMost(PATIENCE).untilAsserted(() -> assertWell(kind, id));
        assertThat(failures(gateway.seriesOf(id))).isEmpty();
        assertThat(server.connections()).isGreaterThanOrEqualTo(server.questions() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void lateAnswerThatTheNodeIsUnwellIsAnAnswer(WatchedKind kind) {
        String id = AilingFleet.late(kind);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = node(id);
            assertThat(probes(node)).containsExactly("health answered", "metrics answered");
            assertThat(node.at("/probes/0/durationSeconds").asDouble()).isBetween(5.5, 6.0);
            assertThat(verdict(node)).isEqualTo(kind.verdictOfIllHealth());
            assertThat(findings(node)).containsExactly(kind.findingOfIllHealth());
        });
        List<Sample> series = gateway.seriesOf(id);
        assertThat(value(series, "nodesonde_node_up")).contains(1.0);
        assertThat(value(series, kind.flagOfHealth())).contains(0.0);
        assertThat(value(series, kind.seriesOfPage())).isPresent();
        // The first one may come too late indeed, while the machine is busy starting all this.
        assertThat(failures(series)).isSubsetOf("health timed-out");
    }

    @Test
    void nodesThatAreWellAreUpAndAskedOnTime() {
        Map<String, SortedSet<Instant>> answers = new TreeMap<>();
        for (WatchedKind kind : WatchedKind.values()) {
            AilingFleet.well(kind).forEach(id -> {
                await().atMost(PATIENCE).untilAsserted(() -> assertWell(kind, id));
                answers.put(id, new TreeSet<>());
            });
        }
        int hungBefore = hangingQuestions();

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            answers.forEach((id, times) -> times.add(lastSuccess(id)));
            return hangingQuestions() > hungBefore
                    && answers.values().stream().allMatch(times -> times.size() > FURTHER_ROUNDS);
        });

        assertThat(answers).allSatisfy((id, times) -> {
            assertThat(Duration.between(times.first(), times.last()).dividedBy(times.size() - 1L))
                    .isLessThan(AilingFleet.INTERVAL_OF_THE_WELL.multipliedBy(3));
            assertThat(failures(gateway.seriesOf(id))).isEmpty();
        });
    }

    @Test
    void redirectIsNeverFollowed() {
        for (WatchedKind kind : WatchedKind.values()) {
            await().atMost(PATIENCE)
                    .until(() -> fleet.server(AilingFleet.ill(kind, Ailment.REDIRECTS))
                                    .questions()
                            >= 2 * FURTHER_ROUNDS);
        }

        assertThat(fleet.decoy().connections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerTellsWhereNodesAre(WatchedKind kind) {
        String network = AilingFleet.network(kind);
        String reasons = gateway.api("/").body();
        assertThat(reasons).contains(AilingFleet.ill(kind, Ailment.REFUSES));

        var answers = Stream.concat(
                Stream.of(
                                reasons,
                                gateway.api("/api/v1/fleet").body(),
                                gateway.api("/api/v1/nodes?size=500").body(),
                                gateway.api("/api/v1/networks/" + network).body(),
                                gateway.management("/metrics").body(),
                                gateway.management("/health?network=" + network).body(),
                                gateway.management("/actuator/health").body(),
                                gateway.management("/actuator/info").body())
                        .map(body -> body.replace("127.0.0.1:" + gateway.managementPort(), "")),
                everyAilment()
                        .map(row -> AilingFleet.ill((WatchedKind) row.get()[0], (Ailment) row.get()[1]))
                        .map(id -> gateway.api("/api/v1/nodes/" + id).body()));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer)
                        .isNotEmpty()
                        .doesNotContain("127.0.0.1")
                        .doesNotContain("localhost")
                        .doesNotContain(
                                fleet.ports().stream().map(port -> ":" + port).toList()));
    }

    @Test
    void memoryStaysWithinBounds() {
        for (WatchedKind kind : WatchedKind.values()) {
            for (Ailment flood : List.of(Ailment.SENDS_200_MB, Ailment.SENDS_GZIP_BOMB)) {
                FaultyServer server = fleet.server(AilingFleet.ill(kind, flood));
                await().atMost(PATIENCE).until(() -> server.questions() >= 2 * FURTHER_ROUNDS);
            }
        }

        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L * MIB);
        assertThat(heap.most()).isLessThan(MOST_HEAP);
    }

    private void assertWell(WatchedKind kind, String id) {
        JsonNode node = node(id);
        assertThat(verdict(node)).isEqualTo("up");
        assertThat(findings(node)).isEmpty();
        assertThat(probes(node)).containsExactly("health answered", "metrics answered");
        List<Sample> series = gateway.seriesOf(id);
        assertThat(value(series, "nodesonde_node_up")).contains(1.0);
        assertThat(value(series, kind.flagOfHealth())).contains(1.0);
        assertThat(value(series, kind.seriesOfPage())).isPresent();
    }

    private static int hangingQuestions() {
        return fleet.server(AilingFleet.ill(WatchedKind.LEAN, Ailment.HANGS)).questions();
    }

    private Instant lastSuccess(String id) {
        return Instant.parse(node(id).at("/probes/0/lastSuccessAt").asString());
    }

    private JsonNode node(String id) {
        return gateway.json("/api/v1/nodes/" + id);
    }

    private static String verdict(JsonNode node) {
        return node.at("/verdict").asString();
    }

    private static List<String> findings(JsonNode node) {
        return node.at("/findings")
                .valueStream()
                .map(finding -> "%s %s: %s"
                        .formatted(
                                finding.at("/rule").asString(),
                                finding.at("/verdict").asString(),
                                finding.at("/because").asString()))
                .toList();
    }

    private static List<String> probes(JsonNode node) {
        return node.at("/probes")
                .valueStream()
                .map(probe -> probe.at("/name").asString()
                        + " "
                        + probe.at("/state").asString()
                        + (probe.at("/reason").isNull()
                                ? ""
                                : " %s: %s"
                                        .formatted(
                                                probe.at("/reason").asString(),
                                                probe.at("/detail").asString())))
                .toList();
    }

    private static Optional<Double> value(List<Sample> series, String name) {
        return series.stream()
                .filter(sample -> sample.name().equals(name))
                .map(Sample::value)
                .findFirst();
    }

    /** Probe and reason of every failure that was counted. */
    private static List<String> failures(List<Sample> series) {
        return series.stream()
                .filter(sample -> sample.name().equals("nodesonde_probe_failures_total"))
                .map(sample -> sample.labels().get("probe").orElse("") + " "
                        + sample.labels().get("reason").orElse(""))
                .toList();
    }
}

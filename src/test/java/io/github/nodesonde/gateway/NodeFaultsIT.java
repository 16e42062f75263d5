package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.testing.LogCapture;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Whatever a node does instead of answering shows as what it is, on that node alone, while the others are asked on time. */
@WholeGateway
class NodeFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FURTHER_ROUNDS = 3;
    private static final int FLAPPING_ROUNDS = 12;
    private static final int MOST_CHANGES_TOLD = 6;
    private static final int LOOKS_AT_HEAP = 10;
    private static final int MIB = 1024 * 1024;
    /** Of 256 MiB; twenty nodes at once send more than they may, again and again, and their servers live on it, too. */
    private static final int MOST_HEAP = 192 * MIB;

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
        return each(Ailment.values());
    }

    static Stream<Arguments> everyAilmentOfAnswers() {
        return everyAilment().filter(row -> !((Ailment) row.get()[1]).isOfConnections());
    }

    static Stream<Arguments> everyOddity() {
        return each(Oddity.values());
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
                            "metrics failed %s: %s".formatted(ailment.reason(), ailment.detailOfMetrics(kind)));
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
            String failure = "%s: %s".formatted(ailment.reason(), ailment.detailOfMetrics(kind));
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
    @MethodSource("everyOddity")
    void whatCanBeReadOfOddAnswersCounts(WatchedKind kind, Oddity oddity) {
        String id = AilingFleet.odd(kind, oddity);
        Optional<String> failure = oddity.failureOfHealth(kind);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode node = node(id);
            assertThat(probes(node).getFirst())
                    .startsWith(failure.map(why -> "health failed " + why).orElse("health answered"));
            assertThat(probes(node)).hasSize(2).last().isEqualTo("metrics answered");
            assertThat(verdict(node)).isEqualTo(failure.isPresent() ? "degraded" : "up");
            assertThat(findings(node))
                    .hasSize(failure.isPresent() ? 1 : 0)
                    .allSatisfy(finding ->
                            assertThat(finding).startsWith("probe-failing degraded: health " + failure.orElse("")));
            // By our clock, whatever that of the node says.
            assertThat(Instant.parse(node.at("/asOf").asString()))
                    .isBetween(Instant.now().minus(PATIENCE), Instant.now());
            assertThat(node.at("/ageSeconds").asDouble()).isBetween(0.0, (double) PATIENCE.toSeconds());
        });
        List<Sample> series = gateway.seriesOf(id);
        assertThat(value(series, "nodesonde_node_up")).contains(1.0);
        assertThat(value(series, kind.flagOfHealth()))
                .isEqualTo(failure.isPresent() ? Optional.empty() : Optional.of(1.0));
        assertThat(value(series, kind.seriesOfPage())).isEqualTo(oddity.valueOfPage(kind));
        // The first question may time out, while the machine is busy starting all this.
        assertThat(failures(series))
                .isSubsetOf("health malformed", "health timed-out", "metrics timed-out")
                .areExactly(failure.isPresent() ? 1 : 0, new Condition<>("health malformed"::equals, "malformed"));
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatIsClosedAfterEachAnswerIsMadeAnew(WatchedKind kind) {
        FaultyServer server = fleet.server(AilingFleet.odd(kind, Oddity.CLOSES_AFTER_EACH_ANSWER));

        await().atMost(PATIENCE).until(() -> server.questions() >= FURTHER_ROUNDS);

        assertThat(server.connections()).isGreaterThanOrEqualTo(server.questions() - 1);
    }

    @Test
    void nodeThatFallsIllKeepsItsSeriesUntilTheyAreTooOld() {
        for (WatchedKind kind : WatchedKind.values()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertWell(kind, AilingFleet.failing(kind)));
        }
        fleet.fallIll();

        for (WatchedKind kind : WatchedKind.values()) {
            String id = AilingFleet.failing(kind);
            await().atMost(PATIENCE).until(() -> probes(node(id)).getFirst().startsWith("health failed malformed"));
            List<Sample> series = gateway.seriesOf(id);
            assertThat(value(series, kind.flagOfHealth())).contains(1.0);
            assertThat(value(series, kind.seriesOfPage())).isPresent();
        }
        for (WatchedKind kind : WatchedKind.values()) {
            String id = AilingFleet.failing(kind);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(verdict(node(id))).isEqualTo("down");
                List<Sample> series = gateway.seriesOf(id);
                assertThat(value(series, kind.flagOfHealth())).isEmpty();
                assertThat(value(series, kind.seriesOfPage())).isEmpty();
                assertThat(value(series, "nodesonde_node_up")).contains(0.0);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void nodeThatFailsEachSecondRoundIsNeverDownAndFillsNoLog(WatchedKind kind) {
        String id = AilingFleet.flapping(kind);
        FaultyServer server = fleet.server(id);
        var verdicts = new TreeSet<String>();
        try (var failures = new LogCapture("io.github.nodesonde.probe.FailureLog");
                var changes = new LogCapture("io.github.nodesonde.health.VerdictLog")) {
            int before = server.questions();

            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
                verdicts.add(verdict(node(id)));
                return server.questions() > before + 2 * FLAPPING_ROUNDS && verdicts.size() > 1;
            });

            assertThat(verdicts).containsExactly("degraded", "up");
            assertThat(linesAbout(id, failures)).hasSizeLessThanOrEqualTo(2 * (MOST_CHANGES_TOLD + 2));
            assertThat(linesAbout(id, changes)).hasSizeLessThanOrEqualTo(MOST_CHANGES_TOLD + 2);
        }
        assertThat(failures(gateway.seriesOf(id))).contains("health refused", "metrics refused");
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
        assertThat(failures(series)).isSubsetOf("health timed-out", "metrics timed-out");
    }

    @Test
    void nodesThatAreWellAreUpAndAskedOnTime() {
        Map<String, SortedSet<Instant>> answers = new TreeMap<>();
        // All nodes at once are first asked on a machine that is busy starting all this.
        Map<String, Double> failedBefore = new TreeMap<>();
        for (WatchedKind kind : WatchedKind.values()) {
            AilingFleet.well(kind).forEach(id -> {
                await().atMost(PATIENCE).untilAsserted(() -> assertWell(kind, id));
                answers.put(id, new TreeSet<>());
                failedBefore.put(id, failed(id));
            });
        }
        int hungBefore = hangingQuestions();

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            answers.forEach((id, times) -> {
                assertThat(verdict(node(id))).isEqualTo("up");
                times.add(lastSuccess(id));
            });
            return hangingQuestions() > hungBefore
                    && answers.values().stream().allMatch(times -> times.size() > FURTHER_ROUNDS);
        });

        assertThat(answers).allSatisfy((id, times) -> {
            assertThat(Duration.between(times.first(), times.last()).dividedBy(times.size() - 1L))
                    .isLessThan(AilingFleet.INTERVAL_OF_THE_WELL.multipliedBy(3));
            assertThat(failed(id)).isEqualTo(failedBefore.get(id));
        });
    }

    @Test
    void redirectIsNeverFollowed() {
        for (WatchedKind kind : WatchedKind.values()) {
            for (Ailment way : List.of(Ailment.REDIRECTS, Ailment.REDIRECTS_IN_A_LOOP, Ailment.REDIRECTS_TO_A_FILE)) {
                FaultyServer server = fleet.server(AilingFleet.ill(kind, way));
                await().atMost(PATIENCE).until(() -> server.questions() >= 2 * FURTHER_ROUNDS);
            }
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
            for (Ailment flood : Ailment.values()) {
                if (flood.reason().equals("too-large")) {
                    FaultyServer server = fleet.server(AilingFleet.ill(kind, flood));
                    await().atMost(PATIENCE).until(() -> server.questions() >= 2 * FURTHER_ROUNDS);
                }
            }
        }

        // Now and then, while they flood on.
        var looks = new AtomicInteger();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> heap.most() > 0 && looks.incrementAndGet() > LOOKS_AT_HEAP);

        long most = heap.most();
        LoggerFactory.getLogger(NodeFaultsIT.class).info("{} MiB of heap held at most", most / MIB);
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L * MIB);
        assertThat(most).isLessThan(MOST_HEAP);
    }

    private static Stream<Arguments> each(Enum<?>[] values) {
        return Arrays.stream(WatchedKind.values())
                .flatMap(kind -> Arrays.stream(values).map(value -> Arguments.of(kind, value)));
    }

    private static List<String> linesAbout(String node, LogCapture log) {
        return log.events().stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains(node))
                .toList();
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

    /** What came of the two questions that every kind is asked. */
    private static List<String> probes(JsonNode node) {
        return node.at("/probes")
                .valueStream()
                .filter(probe ->
                        List.of("health", "metrics").contains(probe.at("/name").asString()))
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

    /** How many probes of the node failed so far. */
    private double failed(String node) {
        return gateway.seriesOf(node).stream()
                .filter(sample -> sample.name().equals("nodesonde_probe_failures_total"))
                .mapToDouble(Sample::value)
                .sum();
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

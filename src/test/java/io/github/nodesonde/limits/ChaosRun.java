package io.github.nodesonde.limits;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Fault;
import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.testing.HttpPort;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two hundred nodes of both kinds, most of which answer each question with another fault, and reloads all the while: a
 * healthy node is up whenever one looks, and what the gateway takes of its machine does not grow. Runs for
 * {@code chaos.minutes}; not part of the ordinary tests.
 */
class ChaosRun {

    private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("chaos.minutes", 15));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RELOAD_EVERY = Duration.ofSeconds(10);
    private static final Duration REPORT_EVERY = Duration.ofMinutes(1);
    private static final int FAULTY = 180;
    private static final int HEALTHY = 20;
    private static final int PORTS = 30;
    private static final int THIRDS = 3;
    /** Of the samples, these first ones are warm-up: code is compiled, pools fill. */
    private static final double WARM_UP = 0.2;

    /** By how much the last third's median may exceed the first's: what idle connections and a generation of garbage vary by. */
    private static final double HEAP_TOLERANCE_BYTES = 16 * 1024 * 1024;

    private static final double THREADS_TOLERANCE = 8;
    private static final double DESCRIPTORS_TOLERANCE = 40;

    private static final String LEAN_HEALTH = "{\"status\":\"ok\",\"slot\":94,\"synced\":true}";
    private static final String LEAN_METRICS = """
            # TYPE leanspec_slot_current gauge
            leanspec_slot_current 94
            # TYPE leanspec_sync_distance gauge
            leanspec_sync_distance 0
            # TYPE leanspec_peers_connected gauge
            leanspec_peers_connected 8
            # TYPE leanspec_blocks_imported_total counter
            leanspec_blocks_imported_total 94
            """;

    private static final PrintStream REPORT = System.out;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("chaos.seed", 1));
    private final List<FaultyServer> servers = new ArrayList<>();
    private final List<Footprint> samples = new ArrayList<>();
    private FakeNodes validators;
    private FaultyServer lean;

    @BeforeEach
    void start() throws Exception {
        validators = FakeNodes.printing(20);
        Answering metrics =
                c -> c.reply(200, "text/plain; version=0.0.4", LEAN_METRICS.getBytes(StandardCharsets.UTF_8));
        Answering health = c -> c.reply(200, LEAN_HEALTH);
        Answering unknown = c -> c.reply(404, "{}");
        lean = FaultyServer.start(unknown.butAt("/health", health).butAt("/metrics", metrics));
        for (int i = 0; i < PORTS; i++) {
            var own = new Random(random.nextLong());
            servers.add(FaultyServer.start(c -> fault(own).answer(c)));
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(FaultyServer::close);
        lean.close();
        validators.close();
    }

    @Test
    void healthyNodesStayUpAndNothingGrows() throws Exception {
        try (var gateway = GatewayProcess.start(folder, inventory(0), "-Xmx256m")) {
            await().atMost(PATIENCE)
                    .until(() -> healthyNodesThatAreNotUp(gateway).isEmpty());
            Instant end = Instant.now().plus(LENGTH);
            Instant report = Instant.now();
            for (int turn = 1; Instant.now().isBefore(end); turn++) {
                Instant next = Instant.now().plus(RELOAD_EVERY);
                reload(gateway, turn);
                samples.add(gateway.footprint());
                if (!Instant.now().isBefore(report)) {
                    report = report.plus(REPORT_EVERY);
                    say("%s; %d lines of log"
                            .formatted(samples.getLast(), gateway.log().lines().count()));
                }
                while (Instant.now().isBefore(next)) {
                    assertThat(healthyNodesThatAreNotUp(gateway)).isEmpty();
                    TimeUnit.SECONDS.sleep(1);
                }
            }
            assertThat(gateway.log()).doesNotContain("OutOfMemoryError");
        }
        assertFlat(
                "heap after collection, MiB",
                sample -> sample.heapBytes() / 1024 / 1024,
                HEAP_TOLERANCE_BYTES / 1024 / 1024);
        assertFlat("threads", Footprint::threads, THREADS_TOLERANCE);
        assertFlat("descriptors", Footprint::descriptors, DESCRIPTORS_TOLERANCE);
    }

    private static Answering fault(Random own) {
        Fault[] all = Fault.values();
        synchronized (own) {
            return all[own.nextInt(all.length)];
        }
    }

    private void reload(GatewayProcess gateway, int turn) throws Exception {
        GatewayProcess.write(folder, inventory(turn));
        assertThat(gateway.metrics()
                        .send("POST", "/-/reload", HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Faulty nodes change with each turn: one has another label, and one is away. */
    private String inventory(int turn) {
        var text = new StringBuilder("""
                networks:
                  - { name: validators, type: genlayer, interval: 10s, timeout: 6s }
                  - { name: devnet, type: lean, interval: 10s, timeout: 6s }
                nodes:
                """);
        for (int i = 0; i < HEALTHY; i++) {
            node(
                    text,
                    "healthy",
                    i,
                    i % 2 == 0 ? validators.url() : lean.url("").toString(),
                    "");
        }
        for (int i = 0; i < FAULTY; i++) {
            if (i != turn % FAULTY) {
                String label = i == (turn + 1) % FAULTY ? ", labels: { turn: t%d }".formatted(turn) : "";
                node(text, "faulty", i, servers.get(i % PORTS).url("").toString(), label);
            }
        }
        return text.toString();
    }

    private static void node(StringBuilder text, String name, int i, String url, String more) {
        String network = i % 2 == 0 ? "validators" : "devnet";
        text.append("  - { id: %s-%d, network: %s, url: \"%s\"%s }%n".formatted(name, i, network, url, more));
    }

    private static List<String> healthyNodesThatAreNotUp(GatewayProcess gateway) {
        JsonNode nodes = HttpPort.json(gateway.main().get("/api/v1/nodes?q=healthy&size=500"));
        assertThat(nodes.path("total").asInt()).isEqualTo(HEALTHY);
        return nodes.path("items")
                .valueStream()
                .filter(node -> !node.path("verdict").asString().equals("up"))
                .map(JsonNode::toString)
                .toList();
    }

    private void assertFlat(String what, ToDoubleFunction<Footprint> measure, double tolerance) {
        List<Double> values = samples.stream()
                .skip((long) (WARM_UP * samples.size()))
                .map(measure::applyAsDouble)
                .toList();
        int third = values.size() / THIRDS;
        assertThat(third).as("samples enough to compare").isPositive();
        double first = median(values.stream().limit(third));
        double last = median(values.stream().skip(values.size() - third));
        say("%s: median %.1f in the first third, %.1f in the last, %.1f more allowed"
                .formatted(what, first, last, tolerance));
        assertThat(last).as(what).isLessThanOrEqualTo(first + tolerance);
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted(naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String text) {
        REPORT.println("chaos: " + text);
    }
}

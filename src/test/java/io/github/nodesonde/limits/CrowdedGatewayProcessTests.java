package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.RawHttp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One gateway on a small heap with many nodes, many requests and many reloads. */
class CrowdedGatewayProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int NODES = 500;
    private static final int REQUESTS = 10_000;
    private static final int REQUESTS_WITHOUT_KEEP_ALIVE = 2_000;
    private static final int CLIENTS = 8;
    private static final int RELOADS = 100;

    /** What may come and go: code compiled, caches filled, clients' idle connections, threads that wait for work. */
    private static final double SPARE_HEAP_BYTES = 24 * 1024 * 1024;

    private static final double SPARE_DESCRIPTORS = 40;
    private static final double SPARE_THREADS = 16;

    @TempDir
    static Path folder;

    private static FakeNodes nodes;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws Exception {
        nodes = FakeNodes.printing(5);
        gateway = GatewayProcess.start(
                folder,
                inventory(0),
                Launch.with("-Xmx128m").arguments("--nodesonde.transport.connections-per-host=64"));
        await().atMost(PATIENCE)
                .until(() -> page().contains("nodesonde_network_nodes{network=\"net\",verdict=\"up\"} 500"));
        // That may have been read while the series of the last nodes were being made.
        await().atMost(PATIENCE).until(() -> nodesUp() == NODES);
    }

    @AfterAll
    static void stop() {
        try {
            assertThat(gateway.log()).doesNotContain("OutOfMemoryError", "\tat ");
        } finally {
            gateway.close();
            nodes.close();
        }
    }

    @Test
    void everyNodeIsAskedAndShownOnASmallHeap() {
        // A node that another test's reload has changed is asked anew.
        await().atMost(PATIENCE).until(() -> nodesUp() == NODES);

        String page = gateway.metrics().get("/metrics").body();

        assertThat(page.lines().filter(line -> line.startsWith("nodesonde_node_up{") && line.endsWith(" 1")))
                .hasSize(NODES);
        assertThat(page.lines().filter(line -> line.startsWith("example_value{")))
                .hasSize(5 * NODES);
        assertThat(gateway.series("nodesonde_rounds_waiting")).isZero();
    }

    @Test
    void manyRequestsAreAnsweredAndNothingStaysOfThem() throws Exception {
        health(REQUESTS / 10);
        Footprint before = gateway.footprint();

        health(REQUESTS);
        inParallel(() -> {
            for (int i = 0; i < REQUESTS_WITHOUT_KEEP_ALIVE / CLIENTS; i++) {
                assertThat(RawHttp.ask(gateway.metrics().number(), RawHttp.get("/health")))
                        .startsWith("HTTP/1.1 503");
            }
            return true;
        });

        assertStaysNear(before);
    }

    @Test
    void manyReloadsLoseNoSeriesOfAnUnchangedNodeAndNothingStaysOfThem() throws Exception {
        reload(0);
        reload(1);
        Footprint before = gateway.footprint();
        var over = new AtomicBoolean();
        var scrapes = new AtomicInteger();
        try (var scraper = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> scraping = scraper.submit(() -> {
                while (!over.get()) {
                    assertThat(page().lines()
                                    .filter(line -> line.startsWith("nodesonde_node_up{") && line.endsWith(" 1")))
                            .hasSizeGreaterThanOrEqualTo(NODES - 1);
                    scrapes.incrementAndGet();
                }
                return true;
            });
            for (int i = 0; i < RELOADS; i++) {
                reload(i);
            }
            await().atMost(PATIENCE).until(() -> scrapes.get() > 2);
            over.set(true);
            assertThat(scraping.get()).isTrue();
        }
        assertThat(gateway.series("nodesonde_inventory_nodes")).isEqualTo(NODES);
        assertStaysNear(before);
    }

    /** The last node's label is another each time; all others stay as they are. */
    private static String inventory(int turn) {
        return InventoryText.withLast(
                        ", labels: { turn: t%d }".formatted(turn), NODES, "10s", List.of(nodes.url()), "net")
                .replace("timeout: 2s", "timeout: 10s");
    }

    private static void reload(int turn) throws Exception {
        GatewayProcess.write(folder, inventory(turn));
        assertThat(gateway.metrics()
                        .send("POST", "/-/reload", HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static void health(int requests) throws Exception {
        inParallel(() -> {
            for (int i = 0; i < requests / CLIENTS; i++) {
                assertThat(gateway.metrics().get("/health").statusCode()).isEqualTo(503);
            }
            return true;
        });
    }

    private static void inParallel(Callable<Boolean> work) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(work));
            }
            for (Future<Boolean> each : running) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private static void assertStaysNear(Footprint before) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Footprint now = gateway.footprint();
            assertThat(now.heapBytes()).as("heap").isLessThan(before.heapBytes() + SPARE_HEAP_BYTES);
            assertThat(now.descriptors()).as("descriptors").isLessThan(before.descriptors() + SPARE_DESCRIPTORS);
            assertThat(now.threads()).as("threads").isLessThan(before.threads() + SPARE_THREADS);
        });
    }

    private static long nodesUp() {
        return page().lines()
                .filter(line -> line.startsWith("nodesonde_node_up{") && line.endsWith(" 1"))
                .count();
    }

    private static String page() {
        return gateway.metrics().get("/metrics").body();
    }
}

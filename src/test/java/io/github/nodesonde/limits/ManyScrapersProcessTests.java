package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.RawHttp;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scrapers that ask all at once, that hang up in the middle, and that never read: on a heap of 256 MiB. */
class ManyScrapersProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 100;
    private static final int NODES = 4;
    private static final int SERIES = 2_500;
    /** Half of those that are answered at once on this heap. */
    private static final int HANGING = 16;

    private static final int MIDWAY = 10_000;

    @TempDir
    Path folder;

    @Test
    void aHundredAtOnceAllGetWholePagesBesideThoseThatHangAndRoundsGoOn() throws Exception {
        var silent = new ArrayList<Socket>();
        try (var nodes = FakeNodes.printing(SERIES);
                var gateway = GatewayProcess.start(
                        folder, InventoryText.of(NODES, "1s", List.of(nodes.url()), "net"), "-Xmx256m")) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(samples(scrape(gateway.metrics()))).isEqualTo((long) NODES * SERIES));

            for (int i = 0; i < AT_ONCE; i++) {
                try (Socket gone = RawHttp.send(gateway.metrics().number(), RawHttp.get("/metrics"))) {
                    gone.setSoLinger(true, 0);
                    assertThat(gone.getInputStream().readNBytes(i % 2 * MIDWAY)).hasSize(i % 2 * MIDWAY);
                }
            }
            for (int i = 0; i < HANGING; i++) {
                silent.add(RawHttp.send(gateway.metrics().number(), RawHttp.get("/metrics")));
            }

            try (var scrapers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<HttpResponse<String>> scraper = () -> answered(gateway.metrics());
                List<Future<HttpResponse<String>>> answers = scrapers.invokeAll(
                        Stream.generate(() -> scraper).limit(AT_ONCE).toList());
                for (var answer : answers) {
                    assertThat(answer.get().statusCode()).isEqualTo(200);
                    assertThat(samples(answer.get())).isEqualTo((long) NODES * SERIES);
                }
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lastSuccess(gateway)).isPositive());
            double before = lastSuccess(gateway);
            await().atMost(PATIENCE).until(() -> lastSuccess(gateway) > before);
            assertThat(gateway.log()).doesNotContain("\tat ", "OutOfMemoryError");
        } finally {
            for (Socket client : silent) {
                client.close();
            }
        }
    }

    /** Comes again, as it is told to, where a busy machine has no turn just now. */
    private static HttpResponse<String> answered(HttpPort port) {
        HttpResponse<String> answer = scrape(port);
        for (int again = 0; again < 5 && answer.statusCode() == 503; again++) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(HttpPort.json(answer).path("type").asString()).isEqualTo("/docs/problems#busy");
            answer = scrape(port);
        }
        return answer;
    }

    private static HttpResponse<String> scrape(HttpPort port) {
        return port.get("/metrics", "Accept", "text/plain;version=0.0.4");
    }

    private static long samples(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .filter(line -> line.startsWith("example_value{"))
                .count();
    }

    /** 0 while there is no turn to ask. */
    private static double lastSuccess(GatewayProcess gateway) {
        return scrape(gateway.metrics())
                .body()
                .lines()
                .filter(line -> line.startsWith("nodesonde_probe_last_success_timestamp_seconds{")
                        && line.contains("node=\"node-0\"")
                        && line.contains("probe=\"metrics\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }
}

package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.SampleJudgements.NETWORK;
import static io.github.nodesonde.metrics.SampleJudgements.NOW;
import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementMetersTests {

    private static final Signal HEAD = Signal.gauge("sample_head", "blocks", "Where the head is.");
    private static final Signal SYNCED = Signal.flag("sample_synced", "Whether it is synced.");
    private static final Signal BLOCKS = Signal.counter("sample_blocks_total", "blocks", "Blocks imported.");
    private static final Signal VERSION =
            Signal.info("sample_node_version_info", "What it runs.").labelled("version");
    private static final Signal LAG = Signal.gauge("sample_network_lag", "blocks", "How far behind the best is.");
    private static final Node A = node("a", Map.of("region", "eu"));
    private static final Node B = node("b", Map.of("team", "x"));

    private final OwnSeries series = new OwnSeries(500);
    private final PrometheusMeterRegistry registry = series.registry;

    @Test
    void everythingJudgedIsPrintedUnderItsExactName() throws IOException {
        show(whole());

        assertThat(registry.scrape()).isEqualTo(resource("judgement-meters.prom"));
        assertThat(registry.scrape(TextFormat.OPENMETRICS_1_0_0.contentType()))
                .contains("# TYPE sample_blocks counter", "# TYPE sample_node_version info")
                .contains(
                        "sample_node_version_info{network=\"testnet\",node=\"a\",region=\"eu\",team=\"\",version=\"1.0\"} 1");
    }

    @Test
    void nodeThatWasNeverAskedHasNeitherUpNorDuration() {
        show(new SampleJudgements().with(judged(A, Verdict.UNKNOWN, List.of())).build());

        assertThat(registry.scrape())
                .contains(
                        "nodesonde_node_verdict{network=\"testnet\",node=\"a\",region=\"eu\",verdict=\"unknown\"} 1.0")
                .doesNotContain("nodesonde_node_up")
                .doesNotContain("nodesonde_probe_duration_seconds")
                .doesNotContain("nodesonde_probe_failures_total")
                .doesNotContain("nodesonde_probe_last_success_timestamp_seconds");
    }

    @Test
    void readingThatGoesTakesItsMeterAlong() {
        show(one(Reading.reported(A, HEAD, 5), Reading.reported(A, SYNCED, 1)));
        show(one(Reading.reported(A, SYNCED, 1)));

        assertThat(registry.find("sample_head").meters()).isEmpty();
        assertThat(registry.scrape()).contains("sample_synced").doesNotContain("sample_head");
    }

    @Test
    void changedLabelValueReplacesTheSeries() {
        show(one(Reading.reported(A, VERSION, 1).with("version", "1.0")));
        show(one(Reading.reported(A, VERSION, 1).with("version", "1.1")));

        assertThat(registry.scrape()).contains("version=\"1.1\"").doesNotContain("version=\"1.0\"");
    }

    @Test
    void answerPastItsAgeLimitIsNoLongerPrinted() {
        var log = new ObservationLog();
        log.watch(A, List.of("health"));
        log.append(A, round(Map.of("health", answered(Reading.reported(A, HEAD, 5)))));
        show(new SampleJudgements()
                .with(judged(log.snapshot(A, NOW), Verdict.UP, List.of()))
                .build());
        assertThat(registry.scrape()).contains("sample_head");

        show(new SampleJudgements()
                .with(judged(log.snapshot(A, NOW.plus(A.ageLimit())), Verdict.UNKNOWN, List.of()))
                .build());

        assertThat(registry.scrape())
                .doesNotContain("sample_head")
                .contains("nodesonde_probe_last_success_timestamp_seconds");
    }

    @Test
    void counterFollowsTheNodeBackToZero() {
        show(one(Reading.reported(A, BLOCKS, 900)));
        assertThat(registry.scrape())
                .contains("sample_blocks_total{network=\"testnet\",node=\"a\",region=\"eu\"} 900.0");

        show(one(Reading.reported(A, BLOCKS, 2)));

        assertThat(registry.scrape()).contains("sample_blocks_total{network=\"testnet\",node=\"a\",region=\"eu\"} 2.0");
    }

    @Test
    void unchangedMetersAreNotMadeAnew() {
        show(one(Reading.reported(A, HEAD, 5)));
        List<Meter> before = registry.getMeters();

        show(one(Reading.reported(A, HEAD, 6)));

        assertThat(registry.getMeters())
                .containsExactlyInAnyOrderElementsOf(before)
                .hasSameSizeAs(before);
        assertThat(registry.get("sample_head").gauge())
                .isSameAs(before.stream()
                        .filter(meter -> meter.getId().getName().equals("sample_head"))
                        .findFirst()
                        .orElseThrow());
        assertThat(registry.get("sample_head").gauge().value()).isEqualTo(6);
    }

    @Test
    void newLabelKeyIsOnTheSeriesOfEveryNode() {
        show(one(Reading.reported(A, HEAD, 5)));

        show(new SampleJudgements()
                .with(judged(A, Verdict.UP, List.of(), round(Map.of("health", answered(Reading.reported(A, HEAD, 5))))))
                .with(judged(B, Verdict.UP, List.of(), round(Map.of("health", answered(Reading.reported(B, HEAD, 6))))))
                .build());

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("sample_head{")))
                .containsExactlyInAnyOrder(
                        "sample_head{network=\"testnet\",node=\"a\",region=\"eu\",team=\"\"} 5.0",
                        "sample_head{network=\"testnet\",node=\"b\",region=\"\",team=\"x\"} 6.0");
    }

    @Test
    void nodeThatLeavesTheFleetLeavesNoSeries() {
        show(whole());
        show(new SampleJudgements().build());

        assertThat(registry.scrape())
                .doesNotContain("node=\"")
                .contains("nodesonde_network_nodes{network=\"testnet\",verdict=\"up\"} 0.0");
    }

    @Test
    void gatewayFaultIsSuspectedWhileTheFleetHasTheFinding() {
        show(new SampleJudgements().build());
        assertThat(registry.scrape()).contains("nodesonde_gateway_fault_suspected 0.0");

        show(new SampleJudgements()
                .withFinding(Finding.of(Subject.FLEET, "gateway-fault", Verdict.UNKNOWN, "all at once", NOW))
                .build());

        assertThat(registry.scrape()).contains("nodesonde_gateway_fault_suspected 1.0");
    }

    @Test
    void firstOfTwoReadingsOfOneSeriesCounts() {
        show(new SampleJudgements()
                .with(judged(
                        A,
                        Verdict.UP,
                        List.of(Reading.derived(Subject.of(A), HEAD, 7, "guessed")),
                        round(Map.of("health", answered(Reading.reported(A, HEAD, 5))))))
                .build());

        assertThat(registry.get("sample_head").gauge().value()).isEqualTo(5);
    }

    @Test
    void nothingIsRenewedWhileTheMetersAreRead() {
        show(one(Reading.reported(A, HEAD, 5)));
        Judgements newer = one(Reading.reported(A, HEAD, 6));
        var renewing = new Thread(() -> show(newer));

        double read = series.meters.whileShown(shown -> {
            renewing.start();
            await().until(() -> renewing.getState() == Thread.State.BLOCKED);
            return registry.get("sample_head").gauge().value();
        });

        assertThat(read).isEqualTo(5);
        await().untilAsserted(() -> assertThat(series.meters.<Optional<Judgements>>whileShown(shown -> shown))
                .containsSame(newer));
        assertThat(registry.get("sample_head").gauge().value()).isEqualTo(6);
    }

    private static Judgements one(Reading... readings) {
        return new SampleJudgements()
                .with(judged(A, Verdict.UP, List.of(), round(Map.of("health", answered(readings)))))
                .build();
    }

    /** One node that answers half of what it is asked, and one that answers nothing. */
    private static Judgements whole() {
        var refused = new Round.Outcome(
                new ProbeResult.Failed(Reason.REFUSED, "HTTP status 404"), NOW.minusSeconds(5), Duration.ofMillis(30));
        var unasked = new Round.Outcome(
                new ProbeResult.Failed(Reason.UNREACHABLE, "connection refused"), NOW.minusSeconds(5), Duration.ZERO);
        return new SampleJudgements()
                .with(judged(
                        A,
                        Verdict.DEGRADED,
                        List.of(Reading.derived(Subject.of(A), SYNCED, 0, "head is behind")),
                        round(Map.of("metrics", refused)),
                        round(Map.of(
                                "health",
                                answered(
                                        Reading.reported(A, HEAD, 5),
                                        Reading.reported(A, BLOCKS, 12345678901234.0),
                                        Reading.reported(A, VERSION, 1).with("version", "1.0")),
                                "metrics",
                                refused))))
                .with(judged(B, Verdict.DOWN, List.of(), round(Map.of("health", unasked))))
                .withNetwork(
                        List.of(Reading.derived(Subject.of(NETWORK), LAG, 2.5, "the best head")),
                        new NetworkJudgement.Version(
                                Optional.of("sampled"), Optional.of("1.0"), List.of(new NodeId("a"))))
                .build();
    }

    private void show(Judgements judgements) {
        series.show(judgements);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = JudgementMetersTests.class.getResourceAsStream("/metrics/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.OwnSeries.reread;
import static io.github.nodesonde.metrics.SampleJudgements.NOW;
import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(ints = {0, 500})
class NewestPagesTests {

    private static final Signal HEAD = Signal.gauge("sample_head", "blocks", "Where the head is.");
    private static final Signal BLOCKS = Signal.counter("sample_blocks_total", "blocks", "Blocks imported.");
    private static final Signal VERSION =
            Signal.info("sample_version_info", "What it runs.").labelled("version");
    private static final Node A = node("a", Map.of("region", "eu"));
    private static final Node B = node("b", Map.of());

    private static final MetricsPages.Wanted OWN = new MetricsPages.Wanted(false, Optional.empty(), Set.of());

    private final OwnSeries series;
    private final MeterRegistry registry;

    /** @param metersUpTo the page is the same whether nodes have meters or not */
    NewestPagesTests(int metersUpTo) {
        series = new OwnSeries(metersUpTo, new OwnSignals(), () -> List.of(HEAD, BLOCKS, VERSION));
        registry = series.registry;
    }

    @Test
    void familiesThatNodesDisagreeAboutAreCountedOnTheNextPage() {
        MetricsPages pages = pages(new SampleJudgements()
                .with(asked(A, "# TYPE x gauge\nx 5\n# TYPE y gauge\ny 1\n"))
                .with(asked(B, "# TYPE x counter\nx 6\n# TYPE y gauge\ny 1\n"))
                .build());

        assertThat(text(pages.of(MetricsPages.Wanted.ALL))).contains("# TYPE x untyped\n", "# TYPE y gauge\n");
        assertThat(text(pages.of(OWN))).contains("\nnodesonde_passthrough_conflicting_families 1\n");
    }

    @Test
    void wholePageHoldsOurSeriesAndBesideThemThoseOfTheNodes() {
        Gauge.builder("process_open_fds", () -> 11).description("ours").register(registry);
        MetricsPages pages = pages(new SampleJudgements()
                .with(asked(A, """
                        # HELP process_open_fds of the node
                        # TYPE process_open_fds gauge
                        process_open_fds 5
                        # TYPE transactions_total gauge
                        transactions_total{node="0x1",network="main"} 4
                        """))
                .with(asked(B, "# TYPE process_open_fds gauge\nprocess_open_fds 6\n"))
                .build());

        assertThat(text(pages.of(MetricsPages.Wanted.ALL))).contains("""
                # HELP process_open_fds of the node
                # TYPE process_open_fds gauge
                process_open_fds 11
                process_open_fds{network="testnet",node="a"} 5
                process_open_fds{network="testnet",node="b"} 6
                """, """
                # TYPE transactions_total gauge
                transactions_total{network="testnet",node="a",exported_network="main",exported_node="0x1"} 4
                """, """
                sample_head{network="testnet",node="a",region="eu"} 7
                sample_head{network="testnet",node="b"} 7
                """);
    }

    @Test
    void typesOfOurSeriesSurviveInBothFormats() {
        Timer.builder("http.requests")
                .description("asked of us")
                .register(registry)
                .record(Duration.ofMillis(500));
        Page whole = reread(
                pages(new SampleJudgements().with(asked(A, "x 1\n")).build()).of(MetricsPages.Wanted.ALL));

        assertThat(text(MergedPage.of(whole)))
                .contains("# TYPE sample_version_info gauge\n", "# TYPE sample_blocks_total counter\n")
                .contains("# TYPE http_requests_seconds summary\nhttp_requests_seconds_count 1\n");
        assertThat(OwnSeries.text(MergedPage.of(whole), TextFormat.OPENMETRICS_1_0_0))
                .contains("# TYPE sample_version info\n", "# TYPE sample_blocks counter\n")
                .endsWith("# EOF\n");
    }

    @Test
    void whatIsCalledLikeOursDoesNotPass() {
        Page whole =
                reread(pages(new SampleJudgements().with(asked(A, """
                                # TYPE nodesonde_node_up gauge
                                nodesonde_node_up 0
                                # TYPE nodesonde_anything gauge
                                nodesonde_anything 1
                                # TYPE nodesonde histogram
                                nodesonde_count 1
                                # TYPE sample_head counter
                                sample_head 99
                                # TYPE sample_blocks_total counter
                                sample_blocks_total 99
                                # TYPE sample_blocks_created gauge
                                sample_blocks_created 99
                                # TYPE sample_heads gauge
                                sample_heads 3
                                """)).build()).of(MetricsPages.Wanted.ALL));

        assertThat(text(MergedPage.of(whole)))
                .doesNotContain("99")
                .doesNotContain("nodesonde_anything", "nodesonde_count");
        assertThat(whole.value("nodesonde_node_up")).hasValue(1);
        assertThat(whole.value("sample_head")).hasValue(7);
        assertThat(whole.value("sample_heads")).hasValue(3);
    }

    @Test
    void pagePastItsAgeLimitDoesNotPass() {
        var log = new ObservationLog();
        log.watch(A, List.of("metrics"));
        log.append(A, round(Map.of("metrics", answered(List.of(), page("x 1\n")))));
        var old = judged(log.snapshot(A, NOW.plus(A.ageLimit())), Verdict.UNKNOWN, List.of());

        assertThat(reread(pages(new SampleJudgements().with(old).build()).of(MetricsPages.Wanted.ALL))
                        .samples("x"))
                .isEmpty();
    }

    @Test
    void ownPageIsWithoutSeriesOfNodes() {
        Gauge.builder("process_open_fds", () -> 11).register(registry);
        Page own = reread(
                pages(new SampleJudgements().with(asked(A, "x 1\n")).build()).of(OWN));

        assertThat(text(MergedPage.of(own))).doesNotContain("node=\"").doesNotContain("# TYPE sample_head");
        assertThat(own.families().keySet())
                .contains("process_open_fds", "nodesonde_network_verdict", "nodesonde_gateway_fault_suspected");
    }

    @Test
    void pageOfANetworkIsWithoutTheGatewayAndOtherNetworks() {
        Gauge.builder("process_open_fds", () -> 11).register(registry);
        MetricsPages pages =
                pages(new SampleJudgements().with(asked(A, "x 1\n")).build());

        Page ofNetwork = reread(pages.of(new MetricsPages.Wanted(true, Optional.of("testnet"), Set.of())));
        Page ofAnother = reread(pages.of(new MetricsPages.Wanted(true, Optional.of("mainnet"), Set.of())));
        Page own = reread(pages.of(new MetricsPages.Wanted(false, Optional.of("testnet"), Set.of())));

        assertThat(ofNetwork.families().keySet())
                .contains("x", "sample_head", "nodesonde_network_verdict")
                .doesNotContain("process_open_fds", "nodesonde_gateway_fault_suspected");
        assertThat(ofAnother.families()).isEmpty();
        assertThat(own.families().keySet())
                .contains("nodesonde_network_verdict")
                .doesNotContain("x", "sample_head", "process_open_fds");
    }

    @Test
    void pageOfNamesHoldsTheirFamiliesWhole() {
        MetricsPages pages = pages(new SampleJudgements().with(asked(A, """
                        x 1
                        y 1
                        # TYPE lag_seconds histogram
                        lag_seconds_bucket{le="+Inf"} 1
                        lag_seconds_sum 1
                        lag_seconds_count 1
                        """)).build());

        Page page = reread(pages.of(new MetricsPages.Wanted(
                true,
                Optional.empty(),
                Set.of("y", "lag_seconds_count", "sample_blocks", "sample_head", "none_such"))));

        assertThat(page.families().keySet()).containsExactly("lag_seconds", "sample_blocks_total", "sample_head", "y");
        assertThat(page.samples("lag_seconds_bucket")).hasSize(1);
    }

    @Test
    void pageOfOneNodeHoldsItsSeriesAlone() {
        Gauge.builder("process_open_fds", () -> 11).register(registry);
        NodeJudgement a = asked(A, "# TYPE process_open_fds gauge\nprocess_open_fds{node=\"0x1\"} 5\n");
        MetricsPages pages =
                pages(new SampleJudgements().with(a).with(asked(B, "x 1\n")).build());

        assertThat(text(pages.ofNode(a, true)))
                .contains("nodesonde_node_up{network=\"testnet\",node=\"a\",region=\"eu\"} 1\n")
                .contains("""
                        # TYPE sample_blocks_total counter
                        sample_blocks_total{network="testnet",node="a",region="eu"} 3
                        """)
                .contains("process_open_fds{network=\"testnet\",node=\"a\",exported_node=\"0x1\"} 5\n")
                .doesNotContain("node=\"b\"", "process_open_fds 11", "nodesonde_network_");
        assertThat(text(pages.ofNode(a, false)))
                .contains("nodesonde_node_up 1\n", "nodesonde_node_verdict{verdict=\"up\"} 1\n")
                .contains("sample_version_info{version=\"1\"} 1\n")
                .contains("process_open_fds{node=\"0x1\"} 5\n")
                .doesNotContain("network=", "region=", "node=\"a\"");
    }

    @Test
    void promtoolFindsNoFaultWithOurSeriesAndReadsTheWholePage(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path promtool = Path.of("/usr/bin/promtool");
        assumeTrue(Files.isExecutable(promtool), "promtool is not installed");
        MetricsPages pages = pages(new SampleJudgements()
                .with(asked(A, resource("genlayer-seed-metrics.prom")))
                .with(asked(B, resource("leanspec-metrics.prom")))
                .build());

        Checked ours = check(promtool, directory, MergedPage.of(page(resourceOf("/metrics/judgement-meters.prom"))));
        Checked whole = check(promtool, directory, pages.of(MetricsPages.Wanted.ALL));

        assertThat(ours.output).isEmpty();
        assertThat(ours.exit).isZero();
        // 3: read in full, and something to say about names or missing help; whatever it says is of names the nodes
        // chose
        assertThat(whole.exit).as(whole.output).isIn(0, 3);
        assertThat(whole.output.lines()).allMatch(line -> line.startsWith("lean_"));
    }

    private static Checked check(Path promtool, Path directory, MergedPage page)
            throws IOException, InterruptedException {
        Path input = directory.resolve("page.prom");
        Path output = directory.resolve("output.txt");
        Files.writeString(input, text(page));
        Process process = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        return new Checked(process.waitFor(), Files.readString(output));
    }

    private MetricsPages pages(Judgements judgements) {
        return series.show(judgements);
    }

    private static NodeJudgement asked(Node node, String page) {
        return judged(
                node,
                Verdict.UP,
                List.of(),
                round(Map.of(
                        "metrics",
                        answered(
                                List.of(
                                        Reading.reported(node, HEAD, 7),
                                        Reading.reported(node, BLOCKS, 3),
                                        Reading.reported(node, VERSION, 1).with("version", "1")),
                                page(page)))));
    }

    private static Page page(String text) {
        try {
            return PageReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain");
        } catch (UnreadablePage e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(MergedPage page) {
        return OwnSeries.text(page, TextFormat.PROMETHEUS_0_0_4);
    }

    private static String resource(String name) throws IOException {
        return resourceOf("/exposition/" + name);
    }

    private static String resourceOf(String path) throws IOException {
        try (InputStream in = NewestPagesTests.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Checked(int exit, String output) {}
}

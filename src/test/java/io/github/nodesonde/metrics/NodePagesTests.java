package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.OwnSeries.reread;
import static io.github.nodesonde.metrics.SampleJudgements.NOW;
import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is printed of the nodes of a fleet that is too large for meters. */
class NodePagesTests {

    private static final Signal HEAD = Signal.gauge("sample_head", "blocks", "Where the head is.");
    private static final Signal SYNCED = Signal.flag("sample_synced", "Whether it is synced.");
    private static final Signal BLOCKS = Signal.counter("sample_blocks_total", "blocks", "Blocks imported.");
    private static final Signal VERSION =
            Signal.info("sample_version_info", "What it runs.").labelled("version");
    private static final Signal LAG = Signal.gauge("sample_network_lag", "blocks", "How far behind the best is.");
    private static final Node A = node("a", Map.of("region", "eu", "version", "the operator's"));
    private static final Node B = node("b", Map.of("team", "\"x\\\ny"));
    private static final MetricsPages.Wanted HEADS =
            new MetricsPages.Wanted(true, Optional.of("testnet"), Set.of("sample_head", "nodesonde_node_verdict"));

    private final OwnSeries withMeters = new OwnSeries(2);
    private final OwnSeries withPages = new OwnSeries(1);

    @Test
    void seriesAreThoseThatMetersWouldBe() {
        MetricsPages meters = withMeters.show(everything());
        MetricsPages pages = withPages.show(everything());

        for (MetricsPages.Wanted wanted :
                List.of(MetricsPages.Wanted.ALL, HEADS, new MetricsPages.Wanted(false, Optional.empty(), Set.of()))) {
            assertThat(families(pages.of(wanted))).isNotEmpty().isEqualTo(families(meters.of(wanted)));
        }
        for (NodeJudgement node : everything().nodes().values()) {
            assertThat(families(pages.ofNode(node, true))).isEqualTo(families(meters.ofNode(node, true)));
            assertThat(families(pages.ofNode(node, false))).isEqualTo(families(meters.ofNode(node, false)));
        }
    }

    @Test
    void nodesHaveNoMetersThenAndTheirNetworkHas() {
        withPages.show(everything());

        assertThat(withPages.registry.getMeters())
                .isNotEmpty()
                .noneMatch(meter -> meter.getId().getTag("node") != null)
                .anyMatch(meter -> meter.getId().getName().equals(LAG.name()));
    }

    @Test
    void metersGoWhenTheFleetOutgrowsThemAndComeBackWithASmallerOne() {
        withPages.show(only(asked(A, 1)));
        assertThat(withPages.registry.find("sample_head").gauges()).hasSize(1);

        MetricsPages grown = withPages.show(
                new SampleJudgements().with(asked(A, 2)).with(asked(B, 3)).build());
        assertThat(withPages.registry.find("sample_head").gauges()).isEmpty();
        assertThat(heads(grown)).containsExactly(2.0, 3.0);

        MetricsPages shrunk = withPages.show(only(asked(B, 4)));
        assertThat(withPages.registry.find("sample_head").gauges()).hasSize(1);
        assertThat(heads(shrunk)).containsExactly(4.0);
    }

    @Test
    void valuesAreThoseOfTheJudgementsThatArePrinted() {
        Judgements first =
                new SampleJudgements().with(asked(A, 1)).with(asked(B, 1)).build();
        Judgements second =
                new SampleJudgements().with(asked(A, 2)).with(asked(B, 2)).build();

        MetricsPages before = withPages.show(first);
        assertThat(heads(before)).containsExactly(1.0, 1.0);
        assertThat(heads(withPages.show(second))).containsExactly(2.0, 2.0);
        assertThat(reread(before.ofNode(first.nodes().firstEntry().getValue(), true))
                        .value("sample_head"))
                .hasValue(1);
    }

    @Test
    void nodesThatAreAlikeShareAllButValues() {
        var like = new NodePages(SampleJudgements.passedThrough(PassthroughProperties.DEFAULTS), new NodeIdentities());
        NodeJudgement one = asked(node("x", Map.of()), 1);
        NodeJudgement other = asked(node("y", Map.of()), 2);

        like.follow(List.of(one, other));

        assertThat(like.of(one).page().isLike(like.of(other).page())).isTrue();
        assertThat(like.of(one).page().value("sample_head")).hasValue(1);
        assertThat(like.of(other).page().value("sample_head")).hasValue(2);
    }

    @Test
    void boundBelowNoneIsRefused() {
        assertThatThrownBy(() -> new MetricsProperties(-1))
                .hasMessage("nodesonde.metrics.meters-up-to must be 0 or more, not -1; 0 makes none of a node");
    }

    private static List<Double> heads(MetricsPages pages) {
        return reread(pages.of(MetricsPages.Wanted.ALL)).samples("sample_head").stream()
                .map(Sample::value)
                .toList();
    }

    /** Types, HELP and series, the order of samples aside. */
    private static Map<String, Object> families(MergedPage page) {
        return reread(page).families().values().stream()
                .collect(Collectors.toMap(
                        Family::name,
                        family -> List.of(family.type(), family.help(), Set.copyOf(family.samples())),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Judgements only(NodeJudgement node) {
        return new SampleJudgements().with(node).build();
    }

    private static NodeJudgement asked(Node node, double head) {
        return judged(
                node, Verdict.UP, List.of(), round(Map.of("health", answered(Reading.reported(node, HEAD, head)))));
    }

    /** One node that tells all kinds of things, some of them twice or under a label of the operator's, and one that is refused. */
    private static Judgements everything() {
        var refused = new Round.Outcome(
                new ProbeResult.Failed(Reason.REFUSED, "HTTP status 404"), NOW.minusSeconds(5), Duration.ofMillis(30));
        return new SampleJudgements()
                .with(judged(
                        A,
                        Verdict.DEGRADED,
                        List.of(
                                Reading.derived(Subject.of(A), SYNCED, 0, "head is behind"),
                                Reading.derived(Subject.of(A), HEAD, 9, "guessed")),
                        round(Map.of("metrics", refused)),
                        round(Map.of(
                                "health",
                                answered(
                                        Reading.reported(A, HEAD, 5.25),
                                        Reading.reported(A, BLOCKS, 12345678901234.0),
                                        Reading.reported(A, VERSION, 1).with("version", "1.0\"\\\n")),
                                "metrics",
                                refused))))
                .with(judged(B, Verdict.DOWN, List.of(), round(Map.of("metrics", refused))))
                .withNetwork(List.of(Reading.derived(Subject.of(SampleJudgements.NETWORK), LAG, 2.5, "the best head")))
                .build();
    }
}

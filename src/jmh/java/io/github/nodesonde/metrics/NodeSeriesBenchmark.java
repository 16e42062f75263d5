package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;

import io.github.nodesonde.bench.CountedBytes;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Our own series of a thousand nodes, 14 each: as meters of the registry, and as pages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NodeSeriesBenchmark {

    private static final int NODES = 1000;
    private static final Signal HEAD = Signal.gauge("sample_head", "blocks", "Where the head is.");
    private static final Signal SYNCED = Signal.flag("sample_synced", "Whether it is synced.");
    private static final Signal BLOCKS = Signal.counter("sample_blocks_total", "blocks", "Blocks imported.");
    private static final Signal VERSION =
            Signal.info("sample_version_info", "What it runs.").labelled("version");

    @Param({"meters", "pages"})
    public String kept = "";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final NodeIdentities identities = new NodeIdentities();
    private final PassedThrough passedThrough = SampleJudgements.passedThrough(PassthroughProperties.DEFAULTS);
    private final NodePages nodePages = new NodePages(passedThrough, identities);
    private final List<Judgements> rounds = new ArrayList<>();
    private JudgementMeters meters = meters(0);
    private final List<Node> nodes = IntStream.range(0, NODES)
            .mapToObj(i -> node("node-" + i, Map.of("region", "eu")))
            .toList();
    private final Judgements newest = judgements(0);
    private MetricsPages pages = pages();
    private int round;

    @Setup
    public void show() {
        meters = meters(kept.equals("meters") ? NODES : 0);
        pages = pages();
        rounds.add(newest);
        rounds.add(of(newest.fleet(), judgements(1), 2));
        meters.judged(rounds.get(0), rounds.get(0));
    }

    /** What one judging costs after which all of them are renewed. */
    @Benchmark
    public void renew() {
        Judgements before = rounds.get(round++ % 2);
        meters.judged(before, rounds.get(round % 2));
    }

    /** What one scrape costs. */
    @Benchmark
    public long write() throws IOException {
        var out = new CountedBytes();
        TextFormat.PROMETHEUS_0_0_4.write(pages.of(MetricsPages.Wanted.ALL), out);
        return out.count();
    }

    private JudgementMeters meters(int upTo) {
        return new JudgementMeters(registry, passedThrough, nodePages, identities, new MetricsProperties(upTo));
    }

    private MetricsPages pages() {
        var latest = new LatestJudgements() {
            private long version;

            /** Each time newer ones, else a page would be handed out twice. */
            @Override
            public Judgements get() {
                return of(newest.fleet(), newest, version++);
            }

            @Override
            public Judgements refresh() {
                return get();
            }
        };
        return new NewestPages(
                new RegistryPage(registry),
                meters,
                nodePages,
                identities,
                passedThrough,
                new TypeConflicts(registry),
                latest);
    }

    private Judgements judgements(int value) {
        var judgements = new SampleJudgements();
        for (int i = 0; i < NODES; i++) {
            judgements.with(asked(nodes.get(i), value + i));
        }
        return judgements.build();
    }

    private static Judgements of(Fleet fleet, Judgements judged, long version) {
        return new Judgements(
                version,
                judged.asOf(),
                fleet,
                judged.verdict(),
                judged.policy(),
                judged.counts(),
                judged.findings(),
                judged.networks(),
                judged.nodes());
    }

    private static NodeJudgement asked(Node node, double value) {
        return judged(
                node,
                Verdict.UP,
                List.of(),
                round(Map.of(
                        "health",
                        answered(
                                Reading.reported(node, HEAD, value),
                                Reading.reported(node, SYNCED, 1),
                                Reading.reported(node, BLOCKS, value),
                                Reading.reported(node, VERSION, 1).with("version", "1")),
                        "metrics",
                        answered())));
    }
}

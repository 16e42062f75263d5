package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.bench.CountedBytes;
import io.github.nodesonde.bench.Peer;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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

/**
 * Reading and writing the recorded pages of real nodes. Bytes per microsecond are megabytes per second; how many bytes a page
 * has is printed when it is loaded.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ExpositionBenchmark {

    private static final String TYPE = "text/plain; version=0.0.4";
    private static final int NODES = 100;

    @Param({"leanspec-metrics.prom", "genlayer-seed-metrics.prom"})
    public String page = "";

    private byte[] body = {};
    private Optional<Page> before = Optional.empty();
    private List<LabelledPage> nodes = List.of();
    private MetricSnapshots merged = new MetricSnapshots();
    private final PrometheusTextFormatWriter clientJava = PrometheusTextFormatWriter.create();

    @Setup
    public void load() throws IOException, UnreadablePage {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/exposition/" + page))) {
            body = in.readAllBytes();
        }
        Page read = PageReader.read(body, TYPE, Optional.empty());
        before = Optional.of(read);
        var labelled = new ArrayList<LabelledPage>();
        for (int i = 0; i < NODES; i++) {
            labelled.add(new LabelledPage(read, Map.of("node", "node-" + i, "network", "devnet")));
        }
        nodes = List.copyOf(labelled);
        merged = merged(nodes);
        var written = new CountedBytes();
        TextFormat.PROMETHEUS_0_0_4.write(PageMerger.merge(Page.EMPTY, nodes), written);
        System.out.printf(
                "%s: %d bytes, %d series; %d of them merged: %d bytes, by client_java %d%n",
                page, body.length, read.size(), NODES, written.count(), writeAHundredByClientJava());
    }

    @Benchmark
    @Peer("splitLines")
    public Page readForTheFirstTime() throws UnreadablePage {
        return PageReader.read(body, TYPE, Optional.empty());
    }

    @Benchmark
    @Peer("splitLines")
    public Page readAgain() throws UnreadablePage {
        return PageReader.read(body, TYPE, before);
    }

    /** Every line a text, the values of samples read by the JDK, nothing kept: what a reader made of these costs at least. */
    @Benchmark
    public double splitLines() {
        return new String(body, UTF_8)
                .lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Benchmark
    public Object mergeAHundred() {
        return PageMerger.merge(Page.EMPTY, nodes);
    }

    @Benchmark
    @Peer("writeAHundredByClientJava")
    public long mergeAndWriteAHundred() throws IOException {
        var out = new CountedBytes();
        TextFormat.PROMETHEUS_0_0_4.write(PageMerger.merge(Page.EMPTY, nodes), out);
        return out.count();
    }

    /** The same series, merged beforehand. */
    @Benchmark
    public long writeAHundredByClientJava() throws IOException {
        var out = new CountedBytes();
        clientJava.write(out, merged, EscapingScheme.ALLOW_UTF8);
        return out.count();
    }

    /** A family for each name; types and help cost next to nothing. */
    private static MetricSnapshots merged(List<LabelledPage> pages) {
        var families = new TreeMap<String, UnknownSnapshot.Builder>();
        for (LabelledPage page : pages) {
            for (Family family : page.page().families().values()) {
                for (Sample sample : family.samples()) {
                    families.computeIfAbsent(sample.name(), name -> UnknownSnapshot.builder().name(name))
                            .dataPoint(UnknownSnapshot.UnknownDataPointSnapshot.builder()
                                    .labels(labels(sample.labels().with(page.labels().byName())))
                                    .value(sample.value())
                                    .build());
                }
            }
        }
        return new MetricSnapshots(
                families.values().stream().map(UnknownSnapshot.Builder::build).toArray(MetricSnapshot[]::new));
    }

    private static io.prometheus.metrics.model.snapshots.Labels labels(Labels labels) {
        return io.prometheus.metrics.model.snapshots.Labels.of(
                labels.byName().keySet().toArray(String[]::new),
                labels.byName().values().toArray(String[]::new));
    }
}

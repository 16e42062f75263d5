package io.github.nodesonde.exposition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        var written = new Counted();
        TextFormat.PROMETHEUS_0_0_4.write(PageMerger.merge(Page.EMPTY, nodes), written);
        System.out.printf(
                "%s: %d bytes, %d series; %d of them merged: %d bytes%n",
                page, body.length, read.size(), NODES, written.bytes);
    }

    @Benchmark
    public Page readForTheFirstTime() throws UnreadablePage {
        return PageReader.read(body, TYPE, Optional.empty());
    }

    @Benchmark
    public Page readAgain() throws UnreadablePage {
        return PageReader.read(body, TYPE, before);
    }

    @Benchmark
    public long mergeAndWriteAHundred() throws IOException {
        var out = new Counted();
        TextFormat.PROMETHEUS_0_0_4.write(PageMerger.merge(Page.EMPTY, nodes), out);
        return out.bytes;
    }

    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}

package io.github.nodesonde.exposition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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

/** Reading and writing the recorded pages of real nodes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ExpositionBenchmark {

    @Param({"leanspec-metrics.prom", "genlayer-seed-metrics.prom"})
    public String page = "";

    private byte[] body = {};

    @Setup
    public void load() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/exposition/" + page))) {
            body = in.readAllBytes();
        }
    }

    @Benchmark
    public Page readForTheFirstTime() throws UnreadablePage {
        return PageReader.read(new ByteArrayInputStream(body), "text/plain; version=0.0.4");
    }
}

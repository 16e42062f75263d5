package io.github.nodesonde.chain.lean;

import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NetworkSnapshot;
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

/** Seeing all nodes of a network together, sync of each among it; a tenth of them lag. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SyncBenchmark {

    private static final long SLOT = 1_000;
    private static final long FAR_BEHIND = 20;

    @Param({"1000", "10000"})
    public int nodes;

    private final LeanLens lens = new LeanLens(Scene.CLIENTS);
    private Optional<NetworkSnapshot> seen = Optional.empty();
    private Optional<NetworkView> before = Optional.empty();

    @Setup
    public void tell() {
        var scene = new Scene();
        for (int i = 0; i < nodes; i++) {
            Node node = Scene.node("n-" + i);
            scene.with(node).told(node, Scene.slot(SLOT), i % 10 == 0 ? SLOT - FAR_BEHIND : SLOT, true);
        }
        seen = Optional.of(scene.snapshot(Scene.slot(SLOT)));
        before = Optional.of(lens.view(seen.orElseThrow(), Optional.empty()));
    }

    @Benchmark
    public NetworkView network() {
        return lens.view(seen.orElseThrow(), before);
    }
}

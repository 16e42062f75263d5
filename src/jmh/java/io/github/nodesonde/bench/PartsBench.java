package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of parts as JMH's own main class does, with its options, and prints each beside its {@link Peer}.
 * Everything that was measured is in {@code target/bench/jmh.json}.
 */
public final class PartsBench {

    private static final Path JSON = Path.of("target", "bench", "jmh.json");

    private final Map<String, RunResult> results = new TreeMap<>();

    private PartsBench(Collection<RunResult> results) {
        results.forEach(result -> this.results.put(
                name(result.getParams(), result.getParams().getBenchmark()), result));
    }

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        Files.createDirectories(Objects.requireNonNull(JSON.getParent()));
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .resultFormat(ResultFormatType.JSON)
                .result(JSON.toString())
                .build();
        new PartsBench(new Runner(options).run()).print();
    }

    private void print() {
        System.out.printf("%n%-72s %12s %-6s %6s  %s%n", "benchmark", "median", "", "ratio", "to its peer");
        results.forEach((name, result) -> {
            double median = median(result);
            Optional<String> peer = peer(result.getParams());
            String ratio = peer.map(of -> name(result.getParams(), of))
                    .map(results::get)
                    .map(other -> "%.2f".formatted(median / median(other)))
                    .orElse("");
            System.out.printf(
                    "%-72s %12.3f %-6s %6s  %s%n",
                    name, median, result.getPrimaryResult().getScoreUnit(), ratio, peer.map(PartsBench::brief).orElse(""));
        });
    }

    /** Of rounds, or of single calls where JMH was told to take samples ({@code -bm sample}): then a busy machine matters less. */
    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** The full name of the peer, empty for a benchmark without one. */
    private static Optional<String> peer(BenchmarkParams params) {
        int dot = params.getBenchmark().lastIndexOf('.');
        String type = params.getBenchmark().substring(0, dot);
        try {
            return Stream.of(Class.forName(type).getMethods())
                    .filter(method -> method.getName().equals(params.getBenchmark().substring(dot + 1)))
                    .flatMap(method -> Stream.ofNullable(method.getAnnotation(Peer.class)))
                    .map(peer -> type + '.' + peer.value())
                    .findFirst();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Class and method, with the parameters. */
    private static String name(BenchmarkParams params, String benchmark) {
        var values = new HashMap<String, String>();
        params.getParamsKeys().forEach(key -> values.put(key, params.getParam(key)));
        return brief(benchmark) + (values.isEmpty() ? "" : " " + new TreeMap<>(values).values());
    }

    private static String brief(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }
}

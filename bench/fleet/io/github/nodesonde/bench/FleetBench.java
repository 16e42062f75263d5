package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Runs the scenarios that were asked for, one after the other, against one gateway. */
final class FleetBench {

    /** With a Prometheus beside the gateway that reads the same nodes. */
    private static final List<String> BESIDE_PROMETHEUS = List.of("steady", "page");

    private static final SequencedMap<String, Scenario> ALONE = alone();

    private final Bench bench;

    private FleetBench(Bench bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = known(Options.ofSystem());
        var report = new Report(options.told());
        Path results = Files.createDirectories(Path.of("target/bench").toAbsolutePath());
        Path folder = Files.createTempDirectory(results, "fleet-");
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> report.write(results.resolve("fleet-%d.json".formatted(options.nodes())))));
        try (var target = Target.start(folder, options.nodes());
                var gateway = Gateway.start(
                        Files.createDirectories(folder.resolve("gateway")),
                        options.java(),
                        Listing.of(target, options.nodes(), options.interval(), options.skip()),
                        Map.of())) {
            System.out.println("gateway " + gateway.process().pid() + " metrics " + gateway.metricsPort() + " in " + folder);
            new FleetBench(new Bench(options, report, folder, target, gateway)).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        new StartScenario().run(bench);
        if (BESIDE_PROMETHEUS.stream().anyMatch(bench.options()::has)) {
            besidePrometheus();
        } else {
            bench.intervals(bench.options().warmUp());
        }
        for (var scenario : ALONE.entrySet()) {
            if (bench.options().has(scenario.getKey())) {
                scenario.getValue().run(bench);
            }
        }
    }

    private void besidePrometheus() throws IOException, InterruptedException {
        Options options = bench.options();
        try (var peer = Peer.readingNodes(bench.folder(), bench.target(), options.nodes(), options.interval())) {
            bench.intervals(options.warmUp());
            if (options.has("steady")) {
                new SteadyScenario(peer).run(bench);
            }
            if (options.has("page")) {
                new PageScenario(peer).run(bench);
            }
        }
    }

    /** In the order in which they run: what leaves most behind comes last. */
    private static SequencedMap<String, Scenario> alone() {
        var scenarios = new LinkedHashMap<String, Scenario>();
        scenarios.put("hold", new HoldScenario());
        scenarios.put("spread", new SpreadScenario());
        scenarios.put("health", new HealthScenario());
        scenarios.put("scraper", new ScraperScenario());
        scenarios.put("ailing", new AilingScenario());
        scenarios.put("reload", new ReloadScenario());
        scenarios.put("soak", new SoakScenario());
        scenarios.put("storms", new StormScenario());
        scenarios.put("clock", new ClockScenario());
        return scenarios;
    }

    private static Options known(Options options) {
        var unknown = new ArrayList<>(options.scenarios());
        unknown.removeAll(BESIDE_PROMETHEUS);
        unknown.removeAll(ALONE.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "no scenario is called " + unknown + "; there are " + BESIDE_PROMETHEUS + " and " + ALONE.keySet());
        }
        return options;
    }
}

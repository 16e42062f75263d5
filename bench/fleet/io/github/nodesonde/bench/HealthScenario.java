package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;

/**
 * What {@code /health} beside {@code /metrics} costs: the same gateway without it and with it in turn, by its inventory. Then what a Blackbox exporter takes that
 * puts the same question alone, in the same run but not at the same time: two cores would not bear both.
 */
final class HealthScenario implements Scenario {

    private static final int SETTLING = 3;
    private static final String WITHOUT = "[health, balance]";
    private static final String WITH = "[balance]";

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        var extra = new ArrayList<Double>();
        // What reads the second answer is compiled in the meantime.
        bench.gateway().reload(bench.listing().skipping(WITH));
        bench.intervals(bench.options().warmUp());
        for (int round = 0; round < bench.options().rounds(); round++) {
            // In another order each time, for a virtual machine gets faster as it runs.
            if (round % 2 == 0) {
                without.add(round(bench, WITHOUT));
                with.add(round(bench, WITH));
            } else {
                with.add(round(bench, WITH));
                without.add(round(bench, WITHOUT));
            }
            extra.add(with.getLast() - without.getLast());
        }
        Report report = bench.report();
        report.medianOf("health: gateway without it, 1,000 rounds", "CPU s", without);
        report.medianOf("health: gateway with it, 1,000 rounds", "CPU s", with);
        double ours = report.medianOf("health: extra, 1,000 rounds", "CPU s", extra);
        bench.gateway().reload(bench.listing());
        double theirs = theirs(bench);
        report.one("health: extra, ratio to the exporter", "", ours / theirs, 0.05);
    }

    private static double round(Bench bench, String skip) throws IOException, InterruptedException {
        ChildProcess gateway = bench.gateway().process();
        bench.gateway().reload(bench.listing().skipping(skip));
        bench.intervals(SETTLING);
        Client asked = bench.target().asked().gateway();
        var before = Usage.of(gateway, asked.questions());
        bench.intervals(2);
        Client then = bench.target().asked().gateway();
        if (then.healths() > asked.healths() == skip.contains("health")) {
            throw new IOException("the gateway does not skip " + skip + " and that alone");
        }
        return before.aThousand(Usage.of(gateway, then.questions()));
    }

    private static double theirs(Bench bench) throws IOException, InterruptedException {
        var exporter = new ArrayList<Double>();
        var prometheus = new ArrayList<Double>();
        try (var peer = BlackboxPeer.start(bench)) {
            bench.intervals(SETTLING);
            for (int round = 0; round < bench.options().rounds(); round++) {
                long asked = bench.target().asked().prometheus().healths();
                var probing = Usage.of(peer.exporter(), asked);
                var scraping = Usage.of(peer.prometheus(), asked);
                bench.intervals(2);
                long then = bench.target().asked().prometheus().healths();
                exporter.add(probing.aThousand(Usage.of(peer.exporter(), then)));
                prometheus.add(scraping.aThousand(Usage.of(peer.prometheus(), then)));
            }
        }
        bench.report().medianOf("health: its Prometheus, 1,000 probes", "CPU s", prometheus);
        return bench.report().medianOf("health: Blackbox exporter, 1,000 probes", "CPU s", exporter);
    }
}

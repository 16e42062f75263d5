package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What all scenarios work with.
 *
 * @param folder where programs under measurement keep their files
 * @param gateway the one that asks the fleet from the start to the end of the run
 */
record Bench(Options options, Report report, Path folder, Target target, Gateway gateway) {

    /** Seconds after which waiting for a fleet to be up again is given up. */
    private static final int PATIENCE = 120;

    /** Of an interval, in thousandths: time between two looks at whether something has happened. */
    static final long LOOKS_APART = 20;

    /** How much longer than an interval 99, and 999 of 1,000 gaps may be. */
    private static final double GAP_P99 = 1.02;

    private static final double GAP_P999 = 1.05;

    /** Intervals after which all is to be well again. */
    static final double RECOVERY = 2;

    Bench with(Gateway other) {
        return new Bench(options, report, folder, target, other);
    }

    void intervals(int count) throws InterruptedException {
        Thread.sleep(1000L * count * options.interval());
    }

    /** The whole fleet, as the options say. */
    Listing listing() {
        return Listing.of(target, options.nodes(), options.interval(), options.skip());
    }

    /** Looks at the nodes that answer in time, of a fleet that behaves so. */
    Watch watch(Behaviour behaviour) {
        var well = new BitSet();
        IntStream.range(0, options.nodes())
                .filter(node -> behaviour.of(node).isInTime())
                .forEach(well::set);
        return new Watch(gateway, well, options.interval());
    }

    /** How many intervals pass until every node answered in its newest round and none is judged to be other than up. */
    double intervalsUntilAllUp() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!isAllUp() && secondsSince(began) < PATIENCE) {
            Thread.sleep(LOOKS_APART * options.interval());
        }
        return secondsSince(began) / options.interval();
    }

    /** Reports the gaps between questions to nodes that were well, since gaps were last forgotten. */
    void reportFreshness(String scenario) throws IOException {
        double interval = options.interval() * 1000.0;
        Target.Asked asked = target.asked();
        Client ours = asked.gateway();
        report.one(scenario + ": gap p99", "intervals", ours.gap(.99) / interval, GAP_P99);
        report.one(scenario + ": gap p99.9", "intervals", ours.gap(.999) / interval, GAP_P999);
        report.one(scenario + ": longest gap", "intervals", ours.gap(1) / interval);
        if (!asked.prometheus().gaps().isEmpty()) {
            report.one(scenario + ": gap p99 of Prometheus", "intervals", asked.prometheus().gap(.99) / interval);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private boolean isAllUp() throws IOException, InterruptedException {
        return gateway.up().cardinality() >= options.nodes() && gateway.judged("up") >= options.nodes();
    }
}

package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;

/** An inventory of which every line changed: another label for each node. */
final class ReloadScenario implements Scenario {

    private static final int PATIENCE = 120;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Gateway gateway = bench.gateway();
        double failures = 0;
        double before = gateway.process().residentMebibytes();
        var read = new ArrayList<Double>();
        var shown = new ArrayList<Double>();
        Watch watch = bench.watch(Behaviour.WELL);
        bench.target().forgetGaps();
        for (int round = 0; round < bench.options().rounds(); round++) {
            String label = "b" + round;
            Listing changed = bench.listing().labelled(label);
            double earlier = gateway.failures();
            long began = System.nanoTime();
            gateway.reload(changed);
            read.add(Bench.secondsSince(began));
            while (gateway.labelled(label) < bench.options().nodes() && Bench.secondsSince(began) < PATIENCE) {
                Thread.sleep(Bench.LOOKS_APART * bench.options().interval());
            }
            shown.add(Bench.secondsSince(began));
            watch.over(2);
            failures += increase(earlier, gateway.failures());
        }
        Report report = bench.report();
        report.medianOf("reload: read and in force after", "s", read);
        report.medianOf("reload: every node shown with it after", "s", shown, 2.0 * bench.options().interval());
        bench.reportFreshness("reload");
        report.one("reload: failures meanwhile", "", failures, 0);
        report.one("reload: gateway resident, before", "MiB", before);
        watch.report(report, "reload");
        gateway.reload(bench.listing());
        report.one("reload: all up again after", "intervals", bench.intervalsUntilAllUp(), Bench.RECOVERY);
    }

    /** Of counters that may have begun anew, for their labels changed. */
    private static double increase(double before, double after) {
        return after < before ? after : after - before;
    }
}

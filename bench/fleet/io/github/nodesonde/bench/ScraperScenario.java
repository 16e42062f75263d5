package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;

/** A reader who wants the whole page each second. */
final class ScraperScenario implements Scenario {

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int seconds = 2 * bench.options().interval();
        ChildProcess process = bench.gateway().process();
        double alone = process.cpuSeconds();
        bench.intervals(2);
        double before = process.cpuSeconds();
        double quiet = process.residentMebibytes();
        double resident = quiet;
        var times = new ArrayList<Double>();
        bench.target().forgetGaps();
        long began = System.nanoTime();
        while (Bench.secondsSince(began) < seconds) {
            long second = System.nanoTime();
            times.add(bench.gateway().read("identity").total());
            resident = Math.max(resident, process.residentMebibytes());
            Thread.sleep((long) Math.max(0, 1000 - 1000 * Bench.secondsSince(second)));
        }
        double took = Bench.secondsSince(began);
        double after = process.cpuSeconds();
        Report report = bench.report();
        bench.reportFreshness("scraper");
        report.one("scraper: pages read", "", times.size());
        report.one("scraper: a page, p50", "s", Report.median(times));
        report.one("scraper: a page, longest", "s", Collections.max(times));
        report.one("scraper: gateway without it", "CPU s/s", (before - alone) / seconds);
        report.one("scraper: gateway with it", "CPU s/s", (after - before) / took);
        report.one("scraper: gateway resident, before", "MiB", quiet);
        report.one("scraper: gateway resident, most", "MiB", resident);
    }
}

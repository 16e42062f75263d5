package io.github.nodesonde.bench;

import java.io.IOException;

/** The first moments of a virtual machine that knows nothing yet. */
final class StartScenario implements Scenario {

    private static final int PATIENCE = 120;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Options options = bench.options();
        long began = System.nanoTime();
        while (bench.target().asked().gateway().nodes() < options.nodes() && Bench.secondsSince(began) < PATIENCE) {
            Thread.sleep(100);
        }
        bench.report().one("start: all nodes asked after", "s", Bench.secondsSince(began), options.interval() + 2);
        bench.intervals(1);
        bench.report().one("start: failures", "", bench.gateway().failures(), 0);
    }
}

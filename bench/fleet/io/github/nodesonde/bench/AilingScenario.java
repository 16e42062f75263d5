package io.github.nodesonde.bench;

import java.io.IOException;

/** A third of the fleet hangs, some answer late: what is it to the others? */
final class AilingScenario implements Scenario {

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        var behaviour = new Behaviour(300, 50, 0, 0, 0);
        bench.target().behave(behaviour);
        bench.intervals(3);
        bench.target().forgetGaps();
        Watch watch = bench.watch(behaviour);
        watch.over(2 * bench.options().rounds());
        bench.reportFreshness("ailing");
        watch.report(bench.report(), "ailing");
        bench.target().behave(Behaviour.WELL);
        bench.report().one("ailing: all up again after", "intervals", bench.intervalsUntilAllUp(), Bench.RECOVERY);
    }
}

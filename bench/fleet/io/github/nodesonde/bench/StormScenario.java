package io.github.nodesonde.bench;

import java.io.IOException;

/** What befalls the whole fleet at once, for three intervals, and the gateway itself. */
final class StormScenario implements Scenario {

    /** Three times the gateway's deadline and some more, so that every node was asked twice in vain. */
    private static final int LEAST_SECONDS = 20;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        storm(bench, "all hang", new Behaviour(1000, 0, 0, 0, 0));
        storm(bench, "all drop", new Behaviour(0, 0, 0, 1000, 0));
        storm(bench, "all 1 s before the deadline", new Behaviour(0, 0, 1000, 0, 0));
        storm(bench, "5 % with other series", new Behaviour(0, 0, 0, 0, 50));
        stopped(bench);
        bench.report().one("storm: failures since the start", "", bench.gateway().failures());
    }

    private static void storm(Bench bench, String name, Behaviour behaviour) throws IOException, InterruptedException {
        bench.target().behave(behaviour);
        Watch watch = bench.watch(behaviour);
        watch.overSeconds(Math.max(3 * bench.options().interval(), LEAST_SECONDS));
        Report report = bench.report();
        watch.report(report, "storm: " + name);
        report.one("storm: %s: up".formatted(name), "", bench.gateway().up().cardinality());
        report.one("storm: %s: told down".formatted(name), "", bench.gateway().judged("down"));
        bench.target().behave(Behaviour.WELL);
        report.one(
                "storm: %s: all up again after".formatted(name), "intervals", bench.intervalsUntilAllUp(), Bench.RECOVERY);
    }

    private static void stopped(Bench bench) throws IOException, InterruptedException {
        bench.gateway().process().signal("STOP");
        Thread.sleep(4000);
        bench.gateway().process().signal("CONT");
        Watch watch = bench.watch(Behaviour.WELL);
        watch.over(3);
        watch.report(bench.report(), "storm: stopped for 4 s");
        watch.reportRecovery(bench.report(), "storm: stopped for 4 s");
    }
}

package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;

/** Nothing happens: what a round costs, beside a Prometheus that reads the same nodes. */
final class SteadyScenario implements Scenario {

    private static final int LARGE = 10_000;

    private final ChildProcess peer;

    SteadyScenario(ChildProcess peer) {
        this.peer = peer;
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.target().forgetGaps();
        costs(bench);
        bench.reportFreshness("steady");
        memory(bench);
        bench.report().one("steady: failures since the start", "", bench.gateway().failures());
    }

    private void costs(Bench bench) throws IOException, InterruptedException {
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < bench.options().rounds(); round++) {
            Target.Asked before = bench.target().asked();
            var ourUsage = Usage.of(bench.gateway().process(), before.gateway().questions());
            var theirUsage = Usage.of(peer, before.prometheus().questions());
            bench.intervals(2);
            Target.Asked after = bench.target().asked();
            ours.add(ourUsage.aThousand(
                    Usage.of(bench.gateway().process(), after.gateway().questions())));
            theirs.add(theirUsage.aThousand(Usage.of(peer, after.prometheus().questions())));
            ratios.add(ours.getLast() / theirs.getLast());
        }
        bench.report().medianOf("steady: gateway, 1,000 polls", "CPU s", ours);
        bench.report().medianOf("steady: Prometheus, 1,000 polls", "CPU s", theirs);
        bench.report().medianOf("steady: ratio", "", ratios, bench.options().nodes() < LARGE ? 0.5 : 0.35);
    }

    private void memory(Bench bench) throws IOException, InterruptedException {
        Report report = bench.report();
        double resident = bench.gateway().process().residentMebibytes();
        report.one("steady: gateway resident", "MiB", resident);
        report.one("steady: Prometheus resident", "MiB", peer.residentMebibytes());
        report.one("steady: resident, ratio", "", resident / peer.residentMebibytes(), 0.15);
        report.one(
                "steady: live heap a node",
                "kB",
                bench.gateway().liveMebibytes() * 1048.576 / bench.options().nodes(),
                20);
        report.one("steady: threads", "", (double) bench.gateway().process().threads());
    }
}

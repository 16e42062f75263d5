package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** For long, a tenth of the fleet ails; each minute another hundredth is taken from the inventory, and comes back a minute later. */
final class SoakScenario implements Scenario {

    private static final Behaviour TENTH = new Behaviour(25, 25, 0, 25, 25);

    private final List<Double> heap = new ArrayList<>();
    private final List<Double> resident = new ArrayList<>();
    private final List<Double> threads = new ArrayList<>();
    private final List<Double> descriptors = new ArrayList<>();
    private int missing;
    private int lingering;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Gateway gateway = bench.gateway();
        bench.target().behave(TENTH);
        for (int minute = 0; minute < bench.options().soakMinutes(); minute++) {
            int hundredth = minute % 100;
            gateway.reload(bench.listing().only(node -> node % 100 != hundredth));
            Thread.sleep(60_000);
            look(bench, hundredth);
            heap.add(gateway.liveMebibytes());
            resident.add(gateway.process().residentMebibytes());
            threads.add((double) gateway.process().threads());
            descriptors.add((double) gateway.process().descriptors());
        }
        report(bench.report());
        bench.target().behave(Behaviour.WELL);
        gateway.reload(bench.listing());
        bench.report().one("soak: all up again after", "intervals", bench.intervalsUntilAllUp(), Bench.RECOVERY);
    }

    private void look(Bench bench, int hundredth) throws IOException, InterruptedException {
        BitSet up = bench.gateway().up();
        BitSet silent = bench.gateway().silent();
        missing = Math.max(missing, (int) IntStream.range(0, bench.options().nodes())
                .filter(node -> node % 100 != hundredth && TENTH.of(node).isInTime() && !up.get(node))
                .count());
        lingering = Math.max(lingering, (int) IntStream.range(0, bench.options().nodes())
                .filter(node -> node % 100 == hundredth && (up.get(node) || silent.get(node)))
                .count());
    }

    private void report(Report report) {
        thirds(report, "soak: live heap", "MiB", heap);
        thirds(report, "soak: gateway resident", "MiB", resident);
        thirds(report, "soak: threads", "", threads);
        thirds(report, "soak: descriptors", "", descriptors);
        report.one("soak: nodes that are well yet not up, most", "", missing, 0);
        report.one("soak: nodes taken away yet shown, most", "", lingering, 0);
    }

    private static void thirds(Report report, String name, String unit, List<Double> values) {
        int third = Math.max(1, values.size() / 3);
        report.medianOf(name + ", first third", unit, values.subList(0, third));
        report.medianOf(name + ", last third", unit, values.subList(values.size() - third, values.size()));
    }
}

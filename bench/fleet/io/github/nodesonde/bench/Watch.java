package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.BitSet;

/** Looks, ten times an interval, at what the gateway says of nodes that are well; keeps the worst it saw. */
final class Watch {

    private final Gateway gateway;
    private final BitSet well;
    private final int interval;
    private int silent;
    private int down;
    private int notUp;
    private double resident;
    private double unsettled;

    Watch(Gateway gateway, BitSet well, int interval) {
        this.gateway = gateway;
        this.well = well;
        this.interval = interval;
    }

    void over(int intervals) throws IOException, InterruptedException {
        overSeconds(intervals * interval);
    }

    void overSeconds(int seconds) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (Bench.secondsSince(began) < seconds) {
            look();
            if (!isSettled()) {
                unsettled = Bench.secondsSince(began) / interval;
            }
            Thread.sleep(100L * interval);
        }
    }

    private void look() throws IOException, InterruptedException {
        silent = Math.max(silent, countOf(gateway.silent()));
        down = Math.max(down, countOf(gateway.judgedDown()));
        notUp = Math.max(notUp, well.cardinality() - gateway.judged("up"));
        resident = Math.max(resident, gateway.process().residentMebibytes());
    }

    /** Reports the worst; of nodes that are well only where there are any. */
    void report(Report report, String scenario) {
        report.one(scenario + ": gateway resident, most", "MiB", resident);
        if (!well.isEmpty()) {
            report.one(scenario + ": well", "", well.cardinality());
            report.one(scenario + ": well but silent, most", "", silent, 0);
            report.one(scenario + ": well but told down, most", "", down, 0);
            report.one(scenario + ": well but not told up, most", "", notUp, 0);
        }
    }

    /** Reports how many intervals passed until the last look at which not all that are well were up, and told so. */
    void reportRecovery(Report report, String scenario) {
        report.one(scenario + ": all up again after", "intervals", unsettled, Bench.RECOVERY);
    }

    private boolean isSettled() throws IOException, InterruptedException {
        BitSet up = gateway.up();
        up.and(well);
        return up.equals(well) && gateway.judged("up") >= well.cardinality();
    }

    private int countOf(BitSet nodes) {
        nodes.and(well);
        return nodes.cardinality();
    }
}

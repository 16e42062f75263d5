package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.List;

/** How evenly questions come to the fleet: jitter, and no bursts. */
final class SpreadScenario implements Scenario {

    private static final double P99_OF_CHANCE = 2.326;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.target().forgetGaps();
        bench.intervals(3);
        List<Long> slices = bench.target().asked().gateway().wholeSlices().stream()
                .sorted()
                .toList();
        double mean = slices.stream().mapToLong(Long::longValue).average().orElse(0);
        Report report = bench.report();
        report.one("spread: questions in 100 ms, mean", "", mean);
        report.one("spread: 99 of 100 slices against the mean", "", slices.get((slices.size() - 1) * 99 / 100) / mean);
        report.one("spread: the same if chance alone spread them", "", 1 + P99_OF_CHANCE / Math.sqrt(mean));
        report.one("spread: fullest slice against the mean", "", slices.getLast() / mean);
    }
}

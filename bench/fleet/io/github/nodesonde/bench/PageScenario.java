package io.github.nodesonde.bench;

import java.io.IOException;
import java.util.ArrayList;

/** The page read by hand, then by a Prometheus of its own while another one goes on reading the nodes. */
final class PageScenario implements Scenario {

    private final ChildProcess readingNodes;

    PageScenario(ChildProcess readingNodes) {
        this.readingNodes = readingNodes;
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        byHand(bench, "identity", 0.1);
        byHand(bench, "gzip", 0.6);
        byPrometheus(bench);
    }

    private static void byHand(Bench bench, String coding, double cpuGoal) throws IOException, InterruptedException {
        Gateway gateway = bench.gateway();
        var cpu = new ArrayList<Double>();
        var first = new ArrayList<Double>();
        var total = new ArrayList<Double>();
        long size = 0;
        for (int round = 0; round < Math.max(5, bench.options().rounds()); round++) {
            double before = gateway.process().cpuSeconds();
            GatewayHttp.Read read = gateway.read(coding);
            first.add(read.firstByte() * 1000);
            total.add(read.total());
            cpu.add(gateway.process().cpuSeconds() - before);
            size = read.bytes();
        }
        Report report = bench.report();
        report.one("page: %s, size".formatted(coding), "MB", size / 1e6);
        report.medianOf("page: %s, first byte".formatted(coding), "ms", first, 50);
        report.medianOf("page: %s, total".formatted(coding), "s", total);
        report.medianOf("page: %s, polls of the meantime included".formatted(coding), "CPU s", cpu, cpuGoal);
    }

    private void byPrometheus(Bench bench) throws IOException, InterruptedException {
        try (var readingPage = Peer.readingPage(
                bench.folder(), bench.gateway().metricsPort(), bench.options().interval())) {
            bench.intervals(4);
            var ratios = new ArrayList<Double>();
            var pages = new ArrayList<Double>();
            for (int round = 0; round < bench.options().rounds(); round++) {
                double ours = bench.gateway().process().cpuSeconds() + readingPage.cpuSeconds();
                double page = readingPage.cpuSeconds();
                double theirs = readingNodes.cpuSeconds();
                bench.intervals(2);
                pages.add((readingPage.cpuSeconds() - page) / 2);
                ratios.add((bench.gateway().process().cpuSeconds() + readingPage.cpuSeconds() - ours)
                        / (readingNodes.cpuSeconds() - theirs));
            }
            bench.report().medianOf("page: Prometheus reading it", "CPU s", pages);
            bench.report().medianOf("page: gateway and its Prometheus, ratio", "", ratios, 1.0);
        }
    }
}

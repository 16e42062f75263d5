package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs the scenarios that were asked for, one after the other, against one gateway. */
final class FleetBench {

    private static final double SECOND = 1e9;

    private final Options options;
    private final Report report;
    private final Path folder;
    private final Target target;
    private final Gateway gateway;

    private FleetBench(Options options, Report report, Path folder, Target target, Gateway gateway) {
        this.options = options;
        this.report = report;
        this.folder = folder;
        this.target = target;
        this.gateway = gateway;
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.ofSystem();
        var report = new Report(options.told());
        Path folder = Files.createTempDirectory("nodesonde-bench");
        try (var target = Target.start(folder, options.nodes());
                var gateway = Gateway.start(
                        folder,
                        options.java(),
                        Gateway.inventory(target, options.nodes(), options.interval(), options.skip()))) {
            System.out.println("gateway " + gateway.process().pid() + " metrics " + gateway.metricsPort() + " in " + folder);
            new FleetBench(options, report, folder, target, gateway).run();
        } finally {
            report.write(Path.of("target/bench/fleet-%d.json".formatted(options.nodes())));
        }
    }

    private void run() throws IOException, InterruptedException {
        start();
        if (options.has("steady")) {
            try (var peer = Peer.readingNodes(folder, target, options.nodes(), options.interval())) {
                intervals(options.warmUp());
                steady(peer);
                if (options.has("page")) {
                    page(peer);
                }
            }
        }
        if (options.has("ailing")) {
            ailing();
        }
        if (options.has("soak")) {
            soak();
        }
        if (options.has("storms")) {
            storms();
        }
    }

    /** From the first moment of a virtual machine that knows nothing yet. */
    private void start() throws IOException, InterruptedException {
        long began = System.nanoTime();
        await(120, () -> asked() >= options.nodes());
        report.one("start: all nodes asked after", "s", (System.nanoTime() - began) / SECOND);
        intervals(1);
        report.one("start: failures", "", gateway.sum("nodesonde_probe_failures_total"));
    }

    private void steady(ChildProcess peer) throws IOException, InterruptedException {
        target.forgetGaps();
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < options.rounds(); round++) {
            var before = new Moment(target.asked(), gateway.process(), peer);
            intervals(2);
            var after = new Moment(target.asked(), gateway.process(), peer);
            ours.add(before.ours(after));
            theirs.add(before.theirs(after));
            ratios.add(before.ours(after) / before.theirs(after));
        }
        report.medianOf("steady: gateway, 1,000 polls", "CPU s", ours);
        report.medianOf("steady: Prometheus, 1,000 polls", "CPU s", theirs);
        report.medianOf("steady: ratio", "", ratios);
        freshness("steady", target.asked());
        double resident = gateway.process().residentMebibytes();
        report.one("steady: gateway resident", "MiB", resident);
        report.one("steady: Prometheus resident", "MiB", peer.residentMebibytes());
        report.one("steady: resident, ratio", "", resident / peer.residentMebibytes());
        report.one("steady: live heap a node", "kB", gateway.liveMebibytes() * 1048.576 / options.nodes());
        report.one("steady: threads", "", (double) gateway.process().threads());
        report.one("steady: failures since the start", "", gateway.sum("nodesonde_probe_failures_total"));
    }

    /** A page read by hand, then by a Prometheus of its own while the other one goes on reading the nodes. */
    private void page(ChildProcess readingNodes) throws IOException, InterruptedException {
        for (String coding : List.of("identity", "gzip")) {
            var cpu = new ArrayList<Double>();
            var first = new ArrayList<Double>();
            var total = new ArrayList<Double>();
            long size = 0;
            for (int round = 0; round < Math.max(5, options.rounds()); round++) {
                double before = gateway.process().cpuSeconds();
                Gateway.Read read = gateway.read(coding);
                first.add(read.firstByte() * 1000);
                total.add(read.total());
                cpu.add(gateway.process().cpuSeconds() - before);
                size = read.bytes();
            }
            report.one("page: %s, size".formatted(coding), "MB", size / 1e6);
            report.medianOf("page: %s, first byte".formatted(coding), "ms", first);
            report.medianOf("page: %s, total".formatted(coding), "s", total);
            report.medianOf("page: %s, polls of the meantime included".formatted(coding), "CPU s", cpu);
        }
        try (var readingPage = Peer.readingPage(folder, gateway.metricsPort(), options.interval())) {
            intervals(4);
            var ratios = new ArrayList<Double>();
            var pages = new ArrayList<Double>();
            for (int round = 0; round < options.rounds(); round++) {
                double ours = gateway.process().cpuSeconds() + readingPage.cpuSeconds();
                double page = readingPage.cpuSeconds();
                double theirs = readingNodes.cpuSeconds();
                intervals(2);
                pages.add((readingPage.cpuSeconds() - page) / 2);
                ratios.add((gateway.process().cpuSeconds() + readingPage.cpuSeconds() - ours)
                        / (readingNodes.cpuSeconds() - theirs));
            }
            report.medianOf("page: Prometheus reading it", "CPU s", pages);
            report.medianOf("page: gateway and its Prometheus against Prometheus at the nodes", "", ratios);
        }
    }

    /** A third of the fleet hangs, some answer late: what is it to the others? */
    private void ailing() throws IOException, InterruptedException {
        target.behave(new Behaviour(300, 50, 0, 0, 0));
        intervals(3);
        target.forgetGaps();
        intervals(2 * options.rounds());
        freshness("ailing", target.asked());
        report.one("ailing: gateway resident", "MiB", gateway.process().residentMebibytes());
        target.behave(Behaviour.WELL);
        report.one("ailing: all up again after", "s", untilAllUp());
    }

    private void storms() throws IOException, InterruptedException {
        storm("all hang", new Behaviour(1000, 0, 0, 0, 0));
        storm("all drop the connection", new Behaviour(0, 0, 0, 1000, 0));
        storm("all answer 1 s before the deadline", new Behaviour(0, 0, 1000, 0, 0));
        storm("a twentieth prints other series each time", new Behaviour(0, 0, 0, 0, 50));
        gateway.process().signal("STOP");
        Thread.sleep(4000);
        gateway.process().signal("CONT");
        report.one("storm: stopped for 4 s: all up again after", "s", untilAllUp());
        report.one("storm: failures in all", "", gateway.sum("nodesonde_probe_failures_total"));
    }

    /** Half an hour, a tenth of the fleet ailing, and the inventory written anew each minute. */
    private void soak() throws IOException, InterruptedException {
        target.behave(new Behaviour(25, 25, 0, 25, 25));
        String inventory = Gateway.inventory(target, options.nodes(), options.interval(), options.skip());
        var heap = new ArrayList<Double>();
        var threads = new ArrayList<Double>();
        var descriptors = new ArrayList<Double>();
        for (int minute = 0; minute < Integer.getInteger("fleet.soak-minutes", 30); minute++) {
            Thread.sleep(60_000);
            Gateway.write(folder, inventory + "# minute " + minute + "\n");
            heap.add(gateway.liveMebibytes());
            threads.add((double) gateway.process().threads());
            descriptors.add((double) gateway.process().descriptors());
        }
        thirds("soak: live heap", "MiB", heap);
        thirds("soak: threads", "", threads);
        thirds("soak: descriptors", "", descriptors);
        target.behave(Behaviour.WELL);
    }

    private void thirds(String name, String unit, List<Double> values) {
        int third = values.size() / 3;
        report.medianOf(name + ", first third", unit, values.subList(0, third));
        report.medianOf(name + ", last third", unit, values.subList(values.size() - third, values.size()));
    }

    private void storm(String name, Behaviour behaviour) throws IOException, InterruptedException {
        target.behave(behaviour);
        intervals(3);
        report.one("storm: %s: resident".formatted(name), "MiB", gateway.process().residentMebibytes());
        report.one("storm: %s: nodes up".formatted(name), "", gateway.nodesUp());
        target.behave(Behaviour.WELL);
        report.one("storm: %s: all up again after".formatted(name), "s", untilAllUp());
    }

    private double untilAllUp() throws InterruptedException {
        long began = System.nanoTime();
        await(120, () -> up() >= options.nodes());
        return (System.nanoTime() - began) / SECOND;
    }

    /** Of nodes that are well. */
    private void freshness(String scenario, Target.Asked asked) {
        double interval = options.interval() * 1000.0;
        Target.Client ours = asked.gateway();
        report.one(scenario + ": gap p99, intervals", "", ours.quantile(.99) / interval);
        report.one(scenario + ": gap p99.9, intervals", "", ours.quantile(.999) / interval);
        report.one(scenario + ": longest gap, intervals", "", ours.quantile(1) / interval);
        report.one(scenario + ": gap p99 of Prometheus, intervals", "", asked.prometheus().quantile(.99) / interval);
    }

    private long asked() {
        try {
            return target.asked().gateway().nodes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private double up() {
        try {
            return gateway.nodesUp();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void intervals(int count) throws InterruptedException {
        Thread.sleep(1000L * count * options.interval());
    }

    private static void await(int seconds, BooleanSupplier condition) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean() && System.nanoTime() - began < seconds * SECOND) {
            Thread.sleep(100);
        }
    }

    /** How far everybody had come at one moment. */
    private record Moment(Target.Asked asked, double gatewaySeconds, double peerSeconds) {

        Moment(Target.Asked asked, ChildProcess gateway, ChildProcess peer) throws IOException {
            this(asked, gateway.cpuSeconds(), peer.cpuSeconds());
        }

        double ours(Moment after) {
            return (after.gatewaySeconds - gatewaySeconds)
                    * 1000
                    / (after.asked.gateway().questions() - asked.gateway().questions());
        }

        double theirs(Moment after) {
            return (after.peerSeconds - peerSeconds)
                    * 1000
                    / (after.asked.prometheus().questions() - asked.prometheus().questions());
        }
    }
}

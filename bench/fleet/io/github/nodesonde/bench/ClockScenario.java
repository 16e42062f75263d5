package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The wall clock of a gateway leaps an hour forth, and back. That gateway is one of its own, under Debian's libfaketime, which takes the time of day from a file
 * and leaves the monotonic clock alone; the other one is stopped meanwhile.
 */
final class ClockScenario implements Scenario {

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Path library = bench.options().faketime();
        if (!Files.exists(library)) {
            System.out.println("clock: left out, for there is no " + library);
            return;
        }
        Path folder = Files.createDirectories(bench.folder().resolve("clock"));
        set(folder, "+0");
        bench.gateway().process().signal("STOP");
        try (var gateway = Gateway.start(folder, bench.options().java(), bench.listing(), environment(library, folder))) {
            Bench own = bench.with(gateway);
            own.intervalsUntilAllUp();
            own.intervals(2);
            step(own, folder, "an hour forth", "+3600");
            step(own, folder, "an hour back", "+0");
        } finally {
            bench.gateway().process().signal("CONT");
        }
        bench.intervalsUntilAllUp();
    }

    private static void step(Bench bench, Path folder, String name, String time) throws IOException, InterruptedException {
        double failures = bench.gateway().failures();
        bench.target().forgetGaps();
        set(folder, time);
        Watch watch = bench.watch(Behaviour.WELL);
        watch.over(3);
        watch.report(bench.report(), "clock: " + name);
        watch.reportRecovery(bench.report(), "clock: " + name);
        bench.report().one("clock: %s: failures".formatted(name), "", bench.gateway().failures() - failures, 0);
        bench.reportFreshness("clock: " + name);
    }

    private static void set(Path folder, String time) throws IOException {
        Path whole = Files.writeString(folder.resolve("time.new"), time + "\n");
        Files.move(whole, folder.resolve("time"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Map<String, String> environment(Path library, Path folder) {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", folder.resolve("time").toString(),
                "FAKETIME_NO_CACHE", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // A mend for another C library; with this one timed waits of a virtual machine would end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
}

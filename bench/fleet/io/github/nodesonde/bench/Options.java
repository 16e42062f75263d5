package io.github.nodesonde.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured, by system properties.
 *
 * @param nodes how many are simulated
 * @param interval seconds between two rounds of a node
 * @param warmUp intervals that pass before anything is measured
 * @param rounds how often each thing is measured
 * @param scenarios which
 * @param skip probes that the gateway does not put
 * @param java options of the gateway's virtual machine
 * @param soakMinutes how long a soak lasts
 * @param holdSeconds how long the fleet is held
 * @param faketime the library that makes a clock leap
 */
record Options(
        int nodes,
        int interval,
        int warmUp,
        int rounds,
        List<String> scenarios,
        String skip,
        List<String> java,
        int soakMinutes,
        int holdSeconds,
        Path faketime) {

    static Options ofSystem() {
        return new Options(
                Integer.getInteger("fleet.nodes", 2000),
                Integer.getInteger("fleet.interval", 15),
                Integer.getInteger("fleet.warm-up", 8),
                Integer.getInteger("fleet.rounds", 3),
                List.of(System.getProperty("fleet.scenarios", "steady,page,ailing,storms").split(",")),
                System.getProperty("fleet.skip", "[health, balance]"),
                List.of(System.getProperty("fleet.java", "-Xmx512m").split(" ")),
                Integer.getInteger("fleet.soak-minutes", 30),
                Integer.getInteger("fleet.hold-seconds", 600),
                Path.of(System.getProperty(
                        "fleet.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1")));
    }

    boolean has(String scenario) {
        return scenarios.contains(scenario);
    }

    Map<String, Object> told() {
        var told = new LinkedHashMap<String, Object>();
        told.put("nodes", nodes);
        told.put("intervalSeconds", interval);
        told.put("warmUpIntervals", warmUp);
        told.put("rounds", rounds);
        told.put("scenarios", scenarios);
        told.put("skippedProbes", skip);
        told.put("javaOptions", java);
        told.put("processors", Runtime.getRuntime().availableProcessors());
        return told;
    }
}

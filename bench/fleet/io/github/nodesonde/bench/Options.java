package io.github.nodesonde.bench;

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
 */
record Options(
        int nodes, int interval, int warmUp, int rounds, List<String> scenarios, String skip, List<String> java) {

    static Options ofSystem() {
        return new Options(
                Integer.getInteger("fleet.nodes", 2000),
                Integer.getInteger("fleet.interval", 15),
                Integer.getInteger("fleet.warm-up", 8),
                Integer.getInteger("fleet.rounds", 3),
                List.of(System.getProperty("fleet.scenarios", "steady,page,ailing,storms").split(",")),
                System.getProperty("fleet.skip", "[health, balance]"),
                List.of(System.getProperty("fleet.java", "-Xmx512m").split(" ")));
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
        told.put("skippedProbes", skip);
        told.put("javaOptions", java);
        told.put("processors", Runtime.getRuntime().availableProcessors());
        return told;
    }
}

package io.github.nodesonde.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flag of the command line. {@link #ALL} is the one table that parsing, help and documentation are made from.
 *
 * @param name without its dashes
 * @param placeholder of its value; empty when it takes none
 * @param environment variables that stand for it where it is not given; the first that is set and not empty counts
 * @param description what it does, and in brackets what holds without it
 */
record Flag(String name, String placeholder, List<String> environment, String description, FlagValue value) {

    static final Flag PORT = new Flag(
            "port", "N", List.of("SERVER_PORT"), "port of the page and the API (8080)", FlagValue.port("server.port"));

    static final Flag METRICS_PORT = new Flag(
            "metrics-port",
            "N",
            List.of("MANAGEMENT_SERVER_PORT"),
            "port of /metrics, /health, /probe and /actuator (8008)",
            FlagValue.port("management.server.port"));

    static final Flag RPC_PORT = new Flag(
            "rpc-port",
            "N",
            List.of(),
            "one more port that serves /health (none)",
            FlagValue.port("nodesonde.rpc-port"));

    static final Flag INVENTORY = new Flag(
            "inventory",
            "FILE",
            List.of("NODESONDE_INVENTORY"),
            "the nodes to watch (./nodesonde.yaml, else /etc/nodesonde/nodesonde.yaml)",
            FlagValue.inventory());

    static final Flag DEMO = new Flag(
            "demo",
            "",
            List.of(),
            "watch a fleet of simulated nodes",
            FlagValue.none(Map.of("nodesonde.demo", "true")));

    static final Flag LOG_LEVEL = new Flag(
            "log-level",
            "LEVEL",
            List.of("NODESONDE_LOG_LEVEL", "LEANSPEC_LOG_LEVEL"),
            "trace, debug, info, warn, error or off (info)",
            FlagValue.logLevel());

    static final Flag LOG_FORMAT = new Flag(
            "log-format", "FORMAT", List.of("NODESONDE_LOG_FORMAT"), "text or json (text)", FlagValue.logFormat());

    static final Flag JSON =
            new Flag("json", "", List.of(), "with probe: print one JSON object (text)", FlagValue.none(Map.of()));

    static final Flag HELP =
            new Flag("help", "", List.of(), "print all commands and flags, and exit", FlagValue.none(Map.of()));

    static final List<Flag> ALL =
            List.of(PORT, METRICS_PORT, RPC_PORT, INVENTORY, DEMO, LOG_LEVEL, LOG_FORMAT, JSON, HELP);

    static Optional<Flag> named(String name) {
        return ALL.stream().filter(flag -> flag.name.equals(name)).findFirst();
    }

    /** The name as it is written, with its dashes. */
    String written() {
        return "--" + name;
    }

    /** With the placeholder of its value, if it takes one. */
    String usage() {
        return takesValue() ? written() + " " + placeholder : written();
    }

    boolean takesValue() {
        return !placeholder.isEmpty();
    }

    /** The properties that the value stands for; empty when it does not fit. */
    Optional<Map<String, String>> properties(String value) {
        return this.value.properties().apply(value);
    }
}

package io.github.nodesonde.cli;

import java.util.Arrays;
import java.util.Optional;

/** What the program can do beside serving. */
enum Subcommand {
    VALIDATE("validate", "FILE", "tell every mistake of an inventory file"),
    PROBE("probe", "NODE", "ask one node of the inventory now; print verdict, findings, timing and its exact series"),
    IMPORT("import", "PROGRAM FILE", "print an inventory made of the file by which another program runs its nodes"),
    HEALTHCHECK("healthcheck", "", "ask the gateway on this host whether it lives"),
    HELP("help", "", "print all commands and flags"),
    VERSION("version", "", "print the version");

    private final String name;
    private final String operand;
    private final String description;

    Subcommand(String name, String operand, String description) {
        this.name = name;
        this.operand = operand;
        this.description = description;
    }

    static Optional<Subcommand> named(String name) {
        return Arrays.stream(values())
                .filter(subcommand -> subcommand.name.equals(name))
                .findFirst();
    }

    String written() {
        return name;
    }

    /** With the operand, if it takes one. */
    String usage() {
        return operand.isEmpty() ? name : name + " " + operand;
    }

    /** How many words follow its name. */
    int operands() {
        return operand.isEmpty() ? 0 : operand.split(" ").length;
    }

    boolean takes(Flag flag) {
        return switch (this) {
            case PROBE -> flag.equals(Flag.INVENTORY) || flag.equals(Flag.JSON);
            case HEALTHCHECK -> flag.equals(Flag.METRICS_PORT);
            case VALIDATE, IMPORT, HELP, VERSION -> false;
        };
    }

    /** Whether properties may be set for it; what it does depends on them. */
    boolean takesProperties() {
        return this == PROBE;
    }

    String description() {
        return description;
    }
}

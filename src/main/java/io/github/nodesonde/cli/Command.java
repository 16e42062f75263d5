package io.github.nodesonde.cli;

import java.util.List;

/** What the command line asks for. */
sealed interface Command {

    /** @param properties as arguments of a Spring application, {@code --a.b=c} */
    record Serve(List<String> properties) implements Command {
        public Serve {
            properties = List.copyOf(properties);
        }
    }

    record Validate(String file) implements Command {}

    /**
     * @param inventory path of its file; empty for the usual ones
     * @param properties as arguments of a Spring application
     */
    record Probe(String node, String inventory, boolean json, List<String> properties) implements Command {
        public Probe {
            properties = List.copyOf(properties);
        }
    }

    /** @param program as the import is called */
    record Import(String program, String file) implements Command {}

    record Healthcheck(int port) implements Command {}

    record Help() implements Command {}

    record Version() implements Command {}
}

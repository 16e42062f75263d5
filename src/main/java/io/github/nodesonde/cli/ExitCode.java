package io.github.nodesonde.cli;

/** What the program ends with; scripts may rely on it. */
enum ExitCode {
    DONE(0, "done; probe: the node is up, degraded or in maintenance"),
    FAILED(1, "failed; probe: the node is down or unknown; healthcheck: no gateway lives there"),
    WRONG_USAGE(2, "wrong usage, or an inventory that is missing or broken");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}

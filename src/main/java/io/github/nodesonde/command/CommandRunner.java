package io.github.nodesonde.command;

import java.time.Duration;

/** Runs commands. Thread-safe; blocks the calling thread until the command has ended. */
@FunctionalInterface
public interface CommandRunner {

    /**
     * Waits for its turn where as many commands as may be run at once are running already, then runs the command. When
     * this returns or throws, the command and every process it started are gone.
     *
     * @param deadline from the start of the command, the waiting left out
     * @throws NoOutput when the command did not end by itself, or its output cannot be had
     * @throws InterruptedException when the thread was interrupted; the command is given up
     */
    Output run(Command command, Duration deadline) throws NoOutput, InterruptedException;
}

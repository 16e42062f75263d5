package io.github.nodesonde.command;

import java.util.List;
import java.util.Map;

/**
 * A program and its arguments. They reach it as they stand: no shell ever sees them.
 *
 * @param arguments the program first, by a name found on the {@code PATH} or by its path
 * @param files what it finds in its home directory: content by path relative to it
 */
public record Command(List<String> arguments, Map<String, String> files) {

    public Command {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        arguments = List.copyOf(arguments);
        files = Map.copyOf(files);
    }

    /** Shows the program alone, for arguments may hold secrets. */
    @Override
    public String toString() {
        return "Command[" + arguments.getFirst() + "]";
    }
}

package io.github.nodesonde.inventory;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** There is no inventory to start with. Ends the program with the exit code of wrong usage. */
public final class UnusableInventoryException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;
    private static final int WRONG_USAGE = 2;

    UnusableInventoryException(List<String> lines) {
        super(String.join("\n", lines));
    }

    UnusableInventoryException(List<String> lines, Exception cause) {
        super(String.join("\n", lines), cause);
    }

    /** What is wrong and what to do, for people; one line each. */
    public List<String> lines() {
        return String.valueOf(getMessage()).lines().toList();
    }

    @Override
    public int getExitCode() {
        return WRONG_USAGE;
    }
}
